package org.entente.commandline.verification;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.KeyHistoryJson;
import org.entente.agreements.verification.Evidence;
import org.entente.commandline.http.Wire;
import org.entente.commandline.progress.CommandException;

/** The documents and key histories in the files and folders that somebody named. */
public record VerifiedFiles(List<Evidence> documents, List<KeyHistory> histories) {
    private static final long FILE_BYTES_MAX = 16L * 1024 * 1024;
    private static final int FILES_MAX = 10_000;

    public VerifiedFiles {
        documents = List.copyOf(documents);
        histories = List.copyOf(histories);
    }

    /**
     * Reads files, and in folders every {@code .json} file that is a signed document or a key history; other JSON in a
     * folder is passed over, but a file that was named itself must be one of the two.
     */
    public static VerifiedFiles in(List<Path> named) {
        List<Evidence> documents = new ArrayList<>();
        Set<String> histories = new LinkedHashSet<>();
        for (Path path : named) {
            for (Path file : files(path)) {
                String text = text(file);
                if (KeyHistoryJson.isOne(text)) {
                    histories.add(text);
                } else if (!Files.isDirectory(path) || isSigned(text)) {
                    documents.add(new Evidence(file.toString(), text));
                }
            }
        }
        if (documents.isEmpty()) {
            throw new CommandException("There is no signed document in " + named);
        }
        if (histories.isEmpty()) {
            throw new CommandException("There is no key history among the files: an operator gives its own at"
                    + " /.well-known/entente/keys.json, and ./entente story keeps them beside the documents");
        }
        return new VerifiedFiles(
                documents, histories.stream().map(VerifiedFiles::history).toList());
    }

    private static KeyHistory history(String text) {
        try {
            return KeyHistoryJson.read(text);
        } catch (IllegalArgumentException wrong) {
            throw new CommandException("A key history cannot be used: " + wrong.getMessage(), wrong);
        }
    }

    private static boolean isSigned(String text) {
        return Wire.hasMember(text, "signatures");
    }

    private static List<Path> files(Path path) {
        if (!Files.exists(path)) {
            throw new CommandException("There is no file " + path);
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.walk(path)) {
            List<Path> found = inside.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .limit(FILES_MAX + 1L)
                    .toList();
            if (found.size() > FILES_MAX) {
                throw new CommandException(path + " has more than " + FILES_MAX + " JSON files");
            }
            return found;
        } catch (IOException broken) {
            throw new CommandException(path + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new CommandException(file + " is larger than any signed document may be");
            }
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw new CommandException(file + " is not UTF-8 text", notText);
        } catch (IOException broken) {
            throw new CommandException(file + " cannot be read: " + broken.getMessage(), broken);
        }
    }
}
