package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.launcher.part.Part;
import org.entente.launcher.part.Parts;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;
import org.entente.launcher.settings.Settings;

/** One Entente: its settings, its parts, and what it remembers from one command to the next. */
record Stack(Settings settings, List<Part> parts, Helpers helpers) {
    static Stack of(Settings settings) {
        Helpers helpers = new Helpers();
        return new Stack(settings, Parts.of(settings, helpers), helpers);
    }

    boolean ready(Part part) {
        return part.process().isPresent() && part.description().readiness().now();
    }

    boolean allReady() {
        return parts.stream().allMatch(this::ready);
    }

    boolean anyRunning() {
        return parts.stream().anyMatch(part -> part.process().isPresent());
    }

    /** Throws if parts run on other ports than the present settings say. */
    void requireSamePorts() {
        Note ports = new Note(settings.folders().run().resolve("port-base"));
        String base = Integer.toString(settings.ports().base());
        if (anyRunning() && !ports.says(base)) {
            throw new LaunchException(
                    "Entente already runs from " + settings.folders().home() + " on other ports"
                            + " (ENTENTE_PORT_BASE=" + ports.text() + "): use those, run ./entente down first,"
                            + " or choose another ENTENTE_HOME.");
        }
        ports.write(base);
    }

    /** Remembers for which addresses the {@link Bootstrap} has been done on the present data. */
    Note bootstrapped() {
        return new Note(settings.folders().data().resolve("bootstrapped"));
    }

    /** One line of text in a file. */
    record Note(Path file) {
        String text() {
            try {
                return Files.readString(file).strip();
            } catch (IOException absent) {
                return "";
            }
        }

        boolean says(String text) {
            return text().equals(text);
        }

        void write(String text) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text + "\n");
            } catch (IOException failed) {
                throw new LaunchException("Cannot write " + file + ": " + Reason.of(failed) + ".", failed);
            }
        }
    }
}
