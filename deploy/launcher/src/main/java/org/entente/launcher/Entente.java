package org.entente.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entente.commandline.command.ClientCommands;
import org.entente.commandline.command.ClientContext;
import org.entente.commandline.command.StoryCommand;
import org.entente.commandline.http.HttpCalls;
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
            return commands(new Launcher(Stack.of(settings), environment, Optional.of(new PairBootstrap(settings))))
                    .execute(arguments);
        } catch (LaunchException wrongSettings) {
            System.err.println(wrongSettings.getMessage());
            return MISUSED;
        }
    }

    static CommandLine commands(Launcher launcher) {
        ClientContext clients =
                new ClientContext(launcher.settings().folders().home(), new HttpCalls(), launcher.environment());
        CommandLine commands = new CommandLine(new Entente())
                .addSubcommand(new UpCommand(launcher))
                .addSubcommand(new DownCommand(launcher))
                .addSubcommand(new StatusCommand(launcher))
                .addSubcommand(new ResetCommand(launcher))
                .addSubcommand(new StoryCommand(clients, new Readying(launcher)));
        ClientCommands.addTo(commands, clients);
        return commands.setParameterExceptionHandler(Entente::misused).setExecutionExceptionHandler(Entente::failed);
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
