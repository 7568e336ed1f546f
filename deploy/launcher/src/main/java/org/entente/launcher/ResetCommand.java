package org.entente.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.entente.launcher.archive.WholeFolder;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;
import org.entente.launcher.settings.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./entente reset}. */
@Command(name = "reset")
final class ResetCommand implements Callable<Integer> {
    private static final int REFUSED = 2;

    private final Launcher launcher;

    @Option(names = "--yes")
    private boolean agreed;

    ResetCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        Folders folders = launcher.settings().folders();
        if (!agreed && !asked(folders)) {
            System.out.println("Nothing was deleted (--yes deletes without asking).");
            return REFUSED;
        }
        boolean unused = Turn.with(folders, () -> stopAndDelete(folders));
        System.out.println("All data are deleted; the next ./entente up begins anew.");
        return 0;
    }

    private boolean stopAndDelete(Folders folders) {
        boolean ran = launcher.down(System.out).stopAll();
        List.of(folders.data(), folders.secrets()).forEach(ResetCommand::delete);
        return ran;
    }

    private static boolean asked(Folders folders) {
        System.out.print("This deletes both operators' data and keys in " + folders.home() + ". Type yes to go on: ");
        System.out.flush();
        Scanner answer = new Scanner(System.in, StandardCharsets.UTF_8);
        return answer.hasNextLine() && answer.nextLine().strip().equals("yes");
    }

    private static void delete(Path folder) {
        try {
            WholeFolder.delete(folder);
        } catch (IOException failed) {
            throw new LaunchException("Cannot delete " + folder + ": " + Reason.of(failed) + ".", failed);
        }
    }
}
