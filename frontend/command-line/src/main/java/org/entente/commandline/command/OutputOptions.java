package org.entente.commandline.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.commandline.http.Wire;
import org.entente.commandline.progress.CommandException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command answers: text or JSON, and one plain sentence where it fails. */
final class OutputOptions {
    @Option(names = "--json", description = "Print JSON for scripts and nothing else.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * An answer in both forms.
     *
     * @param failure why the command failed even though it has an answer
     */
    record Shown(Object json, List<String> text, Optional<String> failure) {
        static Shown of(Object json, List<String> text) {
            return new Shown(json, text, Optional.empty());
        }
    }

    /** Runs a command and prints its answer. The exit code is 0, or 1 where it failed. */
    int show(Supplier<Shown> work) {
        try {
            Shown shown = work.get();
            if (json) {
                out().println(Wire.pretty(shown.json()));
            } else {
                shown.text().forEach(out()::println);
            }
            out().flush();
            return shown.failure().map(this::failed).orElse(0);
        } catch (CommandException failure) {
            return failed(failure.getMessage());
        }
    }

    private int failed(String sentence) {
        err().println(sentence);
        err().flush();
        return 1;
    }

    /** Where progress goes: beside the answer, and out of the way of JSON. */
    PrintWriter progress() {
        return json ? err() : out();
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("Only picocli makes commands");
        }
        return command;
    }
}
