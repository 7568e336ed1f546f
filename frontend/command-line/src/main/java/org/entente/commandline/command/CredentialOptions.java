package org.entente.commandline.command;

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

    String account() {
        return account;
    }

    static String secret(ClientContext context) {
        return context.siteSecret()
                .orElseThrow(() ->
                        new CommandException("Set " + ClientContext.SITE_SECRET + " to the site's password or token"));
    }
}
