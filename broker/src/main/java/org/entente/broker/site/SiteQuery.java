package org.entente.broker.site;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.problem.ProblemException;

/** A {@link SiteSelector} as the query of a call. What names nothing that there is, is a {@code SITE_SELECTOR} problem. */
public record SiteQuery(
        @QueryParam("site") List<String> names,
        @QueryParam("country") List<String> countries,
        @QueryParam("region") List<String> regions,
        @QueryParam("technology") List<String> technologies,
        @QueryParam("state") List<String> states,
        @QueryParam("label") List<String> labels) {
    public SiteSelector selector() {
        return new SiteSelector(
                names.stream().map(SiteId::new).collect(Collectors.toSet()),
                countries.stream()
                        .map(country -> country.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                Set.copyOf(regions),
                technologies.stream().map(SiteQuery::technology).collect(Collectors.toSet()),
                SiteState.named(states),
                Set.copyOf(labels));
    }

    private static Technology technology(String name) {
        return Arrays.stream(Technology.values())
                .filter(technology -> technology.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        SiteProblem.SITE_SELECTOR,
                        "There is no technology '" + name + "', only " + Arrays.toString(Technology.values())));
    }
}
