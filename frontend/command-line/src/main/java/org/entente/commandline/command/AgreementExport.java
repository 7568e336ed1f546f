package org.entente.commandline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.commandline.operator.NegotiationClient;
import org.entente.commandline.operator.OperatorApi;
import org.entente.commandline.progress.CommandException;

/** Writes an agreement's whole history into a folder. */
final class AgreementExport {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,120}");

    private final OperatorApi api;

    AgreementExport(OperatorApi api) {
        this.api = api;
    }

    /** The names of the files. A folder that holds something already is refused. */
    List<String> write(String agreement, Path folder) {
        NegotiationClient.History history = api.negotiation().history(agreement);
        try {
            Files.createDirectories(folder);
            try (var there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new CommandException(folder + " is not empty: give a new folder");
                }
            }
            List<String> written = new ArrayList<>();
            put(folder, "keys-own.json", api.keyHistory(), written);
            put(folder, "keys-partner.json", history.partnerKeys(), written);
            for (NegotiationClient.SignedText document : history.documents()) {
                put(folder, document.name() + ".json", document.document(), written);
            }
            return written;
        } catch (IOException broken) {
            throw new CommandException(folder + " cannot be written: " + broken.getMessage(), broken);
        }
    }

    private static void put(Path folder, String name, String content, List<String> written) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new CommandException("The server named a document '" + name + "', which is no name for a file");
        }
        Files.writeString(folder.resolve(name), content);
        written.add(name);
    }
}
