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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * The program behind the script {@code ./entente}, which lists the commands, shows their help, and does {@code test} and
 * {@code lab} itself, because those need nothing that is built.
 */
@Command(name = "entente")
public final class Entente {
    private static final int MISUSED = 2;
    private static final String INTERRUPTED = "Interrupted.";

    private Entente() {}

    public static void main(String[] arguments) {
        Interruption interruption = new Interruption(System.err);
        System.exit(interruption.during(INTERRUPTED, () -> {}, () -> run(System.getenv(), interruption, arguments)));
    }

    private static int run(Map<String, String> environment, Interruption interruption, String... arguments) {
        try {
            Path checkout = Path.of(System.getProperty("entente.checkout", "")).toAbsolutePath();
            Settings settings = Settings.from(environment, checkout, Path.of(System.getProperty("java.home")));
            Optional<Bootstrap> bootstrap = Optional.of(new PairBootstrap(settings));
            return commands(new Launcher(Stack.of(settings), environment, bootstrap, interruption))
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
        Failures failures = new Failures(launcher.settings().folders());
        return commands.setParameterExceptionHandler(Entente::misused)
                .setExecutionExceptionHandler(failures::told)
                .setExecutionStrategy(parsed -> launcher.interruption()
                        .during(noteFor(parsed.subcommand()), () -> {}, () -> new RunLast().execute(parsed)));
    }

    /** What is said on Ctrl-C; {@code up} has a sentence of its own. */
    private static String noteFor(@Nullable ParseResult command) {
        return switch (command == null ? "" : command.commandSpec().name()) {
            case "down" -> "Interrupted. What still runs goes on running: ./entente down stops it.";
            case "reset" -> "Interrupted. What is not deleted yet stays: ./entente reset goes on.";
            case "story" -> "Interrupted. The operators go on running: ./entente down stops them.";
            default -> INTERRUPTED;
        };
    }

    private static int misused(ParameterException misuse, String... arguments) {
        PrintWriter errors = misuse.getCommandLine().getErr();
        String command = misuse.getCommandLine().getCommandName();
        errors.println(misuse.getMessage() + ": ./entente " + command + " --help tells how it is used.");
        return MISUSED;
    }
}
