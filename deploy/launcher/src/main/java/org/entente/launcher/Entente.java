package org.entente.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The program behind the script {@code ./entente}, which lists the commands, shows their help, and does {@code test} and
 * {@code lab} itself, because those need nothing that is built.
 */
@Command(name = "entente")
public final class Entente {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Entente() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), arguments));
    }

    private static int run(Map<String, String> environment, String... arguments) {
        try {
            Path checkout = Path.of(System.getProperty("entente.checkout", "")).toAbsolutePath();
            Settings settings = Settings.from(environment, checkout, Path.of(System.getProperty("java.home")));
            return commands(new Launcher(Stack.of(settings), environment, bootstrap(), story()))
                    .execute(arguments);
        } catch (LaunchException wrongSettings) {
            System.err.println(wrongSettings.getMessage());
            return MISUSED;
        }
    }

    /** What connects the operators to each other and to their sites when all parts are up. */
    private static Optional<Bootstrap> bootstrap() {
        return Optional.empty();
    }

    /** What {@code story} tells. */
    private static Optional<Story> story() {
        return Optional.empty();
    }

    static CommandLine commands(Launcher launcher) {
        return new CommandLine(new Entente())
                .addSubcommand(new UpCommand(launcher))
                .addSubcommand(new DownCommand(launcher))
                .addSubcommand(new StatusCommand(launcher))
                .addSubcommand(new ResetCommand(launcher))
                .addSubcommand(new StoryCommand(launcher))
                .setParameterExceptionHandler(Entente::misused)
                .setExecutionExceptionHandler(Entente::failed);
    }

    private static int misused(ParameterException misuse, String... arguments) {
        PrintWriter errors = misuse.getCommandLine().getErr();
        String command = misuse.getCommandLine().getCommandName();
        errors.println(misuse.getMessage() + ": ./entente " + command + " --help tells how it is used.");
        return MISUSED;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!(failure instanceof LaunchException told)) {
            throw failure;
        }
        command.getErr().println();
        command.getErr().println(told.getMessage());
        told.log().ifPresent(log -> command.getErr().println("Log: " + log));
        return FAILED;
    }
}
