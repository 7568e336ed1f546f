package org.entente.broker.site;

import java.util.Set;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;

/**
 * Which of our own sites are meant: those that fit every criterion. One that is empty does not choose. Sites that left are
 * meant only where their state is asked for. Pure.
 *
 * @param names any of these sites
 * @param countries any of these, ISO 3166-1 alpha-2
 * @param regions any of these, as their operator's OpenStack names them
 * @param labels all of these
 */
public record SiteSelector(
        Set<SiteId> names,
        Set<String> countries,
        Set<String> regions,
        Set<Technology> technologies,
        Set<SiteState> states,
        Set<String> labels) {
    public SiteSelector {
        names = Set.copyOf(names);
        countries = Set.copyOf(countries);
        regions = Set.copyOf(regions);
        technologies = Set.copyOf(technologies);
        states = Set.copyOf(states);
        labels = Set.copyOf(labels);
    }

    /** Whether it says nothing at all, so that every site is meant. */
    public boolean isOpen() {
        return names.isEmpty()
                && countries.isEmpty()
                && regions.isEmpty()
                && technologies.isEmpty()
                && states.isEmpty()
                && labels.isEmpty();
    }

    boolean means(ConnectedSite site, Set<String> itsLabels) {
        return chooses(names, site.site())
                && chooses(countries, site.country())
                && chooses(regions, site.endpoint().region())
                && (technologies.isEmpty()
                        || site.knownTechnology().filter(technologies::contains).isPresent())
                && (states.isEmpty() ? site.state() != SiteState.RETIRED : states.contains(site.state()))
                && itsLabels.containsAll(labels);
    }

    private static <T> boolean chooses(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
