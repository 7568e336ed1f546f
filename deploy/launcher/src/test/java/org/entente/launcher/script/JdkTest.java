package org.entente.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.launcher.script.Machine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkTest {
    private static final String ADVICE = "here: get one from https://adoptium.net or your package manager,"
            + " and set JAVA_HOME to its folder if it is not found.\n";

    private final Machine machine;
    private final Path folder;

    JdkTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.machine = new Machine(folder).built().with("ENTENTE_BUILD", "never");
    }

    @Test
    void withoutAnyJdkOneSentenceSaysWhatIsMissingAndHowToGetIt() throws IOException, InterruptedException {
        assertRefused("none");
    }

    @Test
    void anOldJdkIsNotEnoughAndTheSentenceSaysWhichIsThere() throws IOException, InterruptedException {
        machine.with("JAVA_HOME", machine.jdk("jdk-17", "17.0.12").toString());

        assertRefused("only 17");
    }

    @Test
    void allOldJdksAreTold() throws IOException, InterruptedException {
        machine.with("JAVA_HOME", machine.jdk("jdk-8", "1.8.0_402").toString());
        machine.jdk("root/usr/lib/jvm/java-11", "11.0.2");
        machine.jdk("home/.sdkman/candidates/java/17.0.1-tem", "17.0.1");

        assertRefused("only 8 11 17");
    }

    @Test
    void aRuntimeWithoutItsCompilerIsNoJdk() throws IOException, InterruptedException {
        Path runtime = machine.jdk("jre-21", "21.0.4");
        Files.delete(runtime.resolve("bin/javac"));
        machine.with("JAVA_HOME", runtime.toString());

        assertRefused("none");
    }

    @Test
    void theOneOfJavaHomeIsTakenFirst() throws IOException, InterruptedException {
        machine.jdk("root/usr/lib/jvm/java-26", "26");
        machine.with("JAVA_HOME", machine.jdk("jdk-21", "21.0.4").toString());

        assertTaken("21.0.4");
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws IOException, InterruptedException {
        machine.with("JAVA_HOME", machine.jdk("jdk-17", "17.0.12").toString());
        machine.jdk("root/usr/lib/jvm/java-25", "25.0.1");

        assertTaken("25.0.1");
    }

    @Test
    void aJavaHomeThatIsGoneIsPassedOver() throws IOException, InterruptedException {
        machine.with("JAVA_HOME", "/no/such/jdk");
        machine.jdk("root/usr/lib/jvm/java-21", "21");

        assertTaken("21");
    }

    @Test
    void theOneOnThePathIsFoundThroughItsLinks() throws IOException, InterruptedException {
        Path jdk = machine.jdk("somewhere/jdk-22", "22.0.1");
        machine.jdk("root/usr/lib/jvm/java-25", "25");
        Path alternatives = Files.createDirectories(folder.resolve("alternatives"));
        Files.createSymbolicLink(alternatives.resolve("java"), jdk.resolve("bin/java"));
        Files.createSymbolicLink(folder.resolve("bin/java"), Path.of("../alternatives/java"));

        assertTaken("22.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root/usr/lib/jvm/temurin-21",
                "root/usr/java/jdk-21",
                "root/opt/java/openjdk",
                "root/opt/jdk-21",
                "root/usr/local/openjdk-21",
                "home/.sdkman/candidates/java/current",
                "home/.jdks/openjdk-21",
                "root/Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Home",
                "home/Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Home",
                "root/opt/homebrew/opt/openjdk@21",
                "root/usr/local/opt/openjdk"
            })
    void theUsualFoldersAreSearched(String place) throws IOException, InterruptedException {
        machine.jdk(place, "21.0.4");

        assertTaken("21.0.4");
    }

    @Test
    void ofTheUsualFoldersTheNewestIsTaken() throws IOException, InterruptedException {
        machine.jdk("root/usr/lib/jvm/a", "21.0.4");
        machine.jdk("root/usr/lib/jvm/b", "25.0.1");
        machine.jdk("home/.jdks/c", "23");

        assertTaken("25.0.1");
    }

    @Test
    void aJdkWithoutAReleaseFileIsAskedForItsVersion() throws IOException, InterruptedException {
        Files.delete(machine.jdk("root/opt/jdk-early", "24-ea").resolve("release"));

        assertTaken("24-ea");
    }

    private void assertTaken(String version) throws IOException, InterruptedException {
        Outcome outcome = machine.run("status", "--json");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output())
                .startsWith("java of " + version + ": ")
                .contains("/deploy/launcher/target/launcher-0.")
                .endsWith("org.entente.launcher.Entente status --json\n");
        assertThat(outcome.code()).isZero();
    }

    private void assertRefused(String found) throws IOException, InterruptedException {
        for (String command : new String[] {"up", "story", "test", "status"}) {
            assertThat(machine.run(command))
                    .as(command)
                    .isEqualTo(new Outcome(
                            1,
                            "",
                            "Entente needs a JDK (with javac) of version 21 or newer, and found " + found + " "
                                    + ADVICE));
        }
    }
}
