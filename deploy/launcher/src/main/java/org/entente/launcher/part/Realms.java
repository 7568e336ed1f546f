package org.entente.launcher.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.entente.launcher.archive.WholeFolder;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Settings;

/** The realms as they should be, and the copy of those that Keycloak took last. */
final class Realms {
    private final Path copy;
    private final Settings settings;
    private final Secrets secrets;

    Realms(Settings settings, Secrets secrets) {
        this.copy = settings.folders().data().resolve("keycloak-realms");
        this.settings = settings;
        this.secrets = secrets;
    }

    boolean neverTaken() {
        return !Files.isDirectory(copy);
    }

    /** Whether the realms differ from those that Keycloak took last. */
    boolean changed() {
        return wanted().entrySet().stream().anyMatch(realm -> !realm.getValue().equals(copied(realm.getKey())));
    }

    /** Writes a file for each realm into the folder. */
    Path writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            write(folder);
            return folder;
        } catch (IOException failed) {
            throw new LaunchException("Cannot write realms to " + folder + ": " + Reason.of(failed) + ".", failed);
        }
    }

    /** Remembers that Keycloak has taken the realms as they should be. */
    void taken() {
        if (neverTaken() || changed()) {
            try {
                WholeFolder.delete(copy);
            } catch (IOException failed) {
                throw new LaunchException("Cannot replace " + copy + ": " + Reason.of(failed) + ".", failed);
            }
            WholeFolder.make(copy, this::write);
        }
    }

    /** Each file's name and text. Makes the secrets in them if there are none yet: not before they are asked for. */
    private Map<String, String> wanted() {
        Map<String, String> wanted = new TreeMap<>();
        for (Operator operator : Operator.values()) {
            wanted.put(operator.id() + "-realm.json", RealmFiles.of(operator, settings, secrets));
        }
        return wanted;
    }

    private void write(Path folder) throws IOException {
        for (Map.Entry<String, String> realm : wanted().entrySet()) {
            Path file = folder.resolve(realm.getKey());
            Files.deleteIfExists(file);
            // A realm holds the secret of the operator's own client.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, realm.getValue());
        }
    }

    private String copied(String file) {
        try {
            return Files.readString(copy.resolve(file));
        } catch (IOException absent) {
            return "";
        }
    }
}
