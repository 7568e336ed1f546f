package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.entente.commandline.command.ClientCommands;
import org.entente.commandline.command.ClientContext;
import org.entente.commandline.http.HttpCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the shell script hands on, and what is said of it. */
class EveryCommandTest {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void everyCommandOfAClientIsHandedOnByTheScriptAndListedInTheHelp(@TempDir Path home) throws IOException {
        String script = Files.readString(CHECKOUT.resolve("entente"));
        String help = Files.readString(CHECKOUT.resolve("deploy/launcher/help/entente.txt"));

        for (String name : clientCommands(home)) {
            assertThat(script).as("the script hands on %s", name).containsPattern("\\| " + name + "( \\||\\))");
            assertThat(help).as("the help lists %s", name).containsPattern("[ ,]" + name + "[,\n]");
        }
    }

    private static Set<String> clientCommands(Path home) {
        CommandLine parent = new CommandLine(CommandLine.Model.CommandSpec.create());
        ClientCommands.addTo(parent, new ClientContext(home, new HttpCalls(), Map.of()));
        return parent.getSubcommands().keySet();
    }
}
