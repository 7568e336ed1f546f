package org.entente.commandline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.commandline.progress.CommandException;
import picocli.CommandLine.Option;

/** How an operator logs in at its site. The secret is in no command line, where other users of the machine see it. */
class CredentialOptions {
    @Option(
            names = "--account",
            required = true,
            description =
                    "USER@PROJECT for OpenStack, a namespace prefix for Kubernetes. The password or token is read from"
                            + " the environment variable " + ClientContext.SITE_SECRET + ".")
    private String account = "";

    @Option(
            names = "--authority",
            paramLabel = "FILE",
            description =
                    "The certificates (PEM) of the authority that vouches for the address, where it is none of the"
                            + " usual ones, as with most Kubernetes API servers.")
    private Optional<Path> authority = Optional.empty();

    Optional<String> authority() {
        return authority.map(CredentialOptions::read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CommandException("The file " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    String account() {
        return account;
    }

    static String secret(ClientContext context) {
        return context.siteSecret()
                .orElseThrow(() ->
                        new CommandException("Set " + ClientContext.SITE_SECRET + " to the site's password or token"));
    }
}
