package org.entente.commandline.command;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.entente.commandline.progress.CommandException;

/** Where an image that is pushed comes from: a site, or an address with a checksum. */
record ImageChoice(Optional<String> site, Optional<URI> web, Optional<String> sha256) {
    Map<String, Object> request(String name) {
        if (site.isPresent() == web.isPresent() || web.isPresent() != sha256.isPresent()) {
            throw new CommandException("Say where the image comes from: --from-site, or --from-web with --sha256");
        }
        return site.map(there -> Map.<String, Object>of("name", name, "fromSite", fromSite(there)))
                .orElseGet(() -> Map.of(
                        "name", name, "fromWeb", Map.of("address", web.orElseThrow(), "sha256", sha256.orElseThrow())));
    }

    private static Map<String, Object> fromSite(String text) {
        String[] parts = text.split("/", 2);
        if (parts.length < 2) {
            throw new CommandException("An image of a site reads SITE/IMAGE, but was " + text);
        }
        return Map.of("site", parts[0], "name", parts[1]);
    }
}
