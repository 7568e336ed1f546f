package org.entente.commandline.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** A set of own sites. Every option may be repeated; one that is left out does not choose. */
final class SiteSelection {
    @Option(names = "--site", description = "A site of the set.")
    private List<String> sites = List.of();

    @Option(names = "--country", description = "Sites in this country.")
    private List<String> countries = List.of();

    @Option(names = "--technology", description = "Sites of this technology: OPENSTACK or KUBERNETES.")
    private List<String> technologies = List.of();

    @Option(names = "--state", description = "Sites in this state.")
    private List<String> states = List.of();

    /** As the query of the API's call. */
    String query() {
        return Stream.of(
                        named("site", sites),
                        named("country", countries),
                        named("technology", technologies),
                        named("state", states))
                .flatMap(some -> some)
                .collect(Collectors.joining("&"));
    }

    private static Stream<String> named(String name, List<String> values) {
        return values.stream().map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
