package org.entente.agreements.terms;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The only countries in which workloads and their data may be.
 *
 * @param countries ISO 3166-1 alpha-2 codes in ascending order, each once; at least one
 */
public record DataResidency(List<String> countries) {
    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    public DataResidency {
        if (countries.isEmpty()) {
            throw new IllegalArgumentException("Data must be allowed to reside in at least one country");
        }
        countries = countries.stream().sorted().distinct().toList();
        countries.stream()
                .filter(country -> !KNOWN.contains(country))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(
                            "There is no country with the ISO 3166-1 code '" + unknown + "'");
                });
    }

    public boolean allows(String country) {
        return countries.contains(country);
    }
}
