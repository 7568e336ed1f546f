package org.entente.commandline.command;

import java.net.URI;
import java.util.Optional;
import org.entente.commandline.operator.SitesClient.FoundSiteRequest;
import picocli.CommandLine.Option;

/** A site to connect. */
final class NewSiteOptions extends CredentialOptions {
    @Option(
            names = "--address",
            required = true,
            description = "Keystone's v3 URL, or that of the Kubernetes API server.")
    private URI address = URI.create("");

    @Option(names = "--name", description = "What people call it. Default: its id.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--country", required = true, description = "Where it stands, ISO 3166-1 alpha-2.")
    private String country = "";

    @Option(names = "--region", description = "The OpenStack region, where there are several.")
    private String region = "";

    FoundSiteRequest request(String site, ClientContext context) {
        return new FoundSiteRequest(
                site, name.orElse(site), address, account(), secret(context), region, authority(), country);
    }
}
