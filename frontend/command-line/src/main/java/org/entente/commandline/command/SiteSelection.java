package org.entente.commandline.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    @Option(names = "--region", description = "Sites of this OpenStack region.")
    private List<String> regions = List.of();

    @Option(names = "--label", description = "Sites with this label; with all of them where it is repeated.")
    private List<String> labels = List.of();

    /** As the API takes it in the body of a call; all sites only where that is said. */
    Map<String, Object> request(All all) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("names", sites);
        request.put("countries", countries);
        request.put("regions", regions);
        request.put(
                "technologies",
                technologies.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
        request.put("states", states);
        request.put("labels", labels);
        request.put("all", all == All.MEANT);
        return request;
    }

    /** Whether every site is meant. */
    enum All {
        MEANT,
        NOT_MEANT
    }

    /** As the query of the API's call. */
    String query() {
        return Stream.of(
                        named("site", sites),
                        named("country", countries),
                        named("technology", technologies),
                        named("state", states),
                        named("region", regions),
                        named("label", labels))
                .flatMap(some -> some)
                .collect(Collectors.joining("&"));
    }

    private static Stream<String> named(String name, List<String> values) {
        return values.stream().map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
