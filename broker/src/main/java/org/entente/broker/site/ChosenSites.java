package org.entente.broker.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;

/** Our own sites that a selector means. */
@ApplicationScoped
public class ChosenSites {
    private final Sites sites;
    private final SiteLabels labels;

    ChosenSites(Sites sites, SiteLabels labels) {
        this.sites = sites;
        this.labels = labels;
    }

    /** In the order of their names. A site that is named and not ours is a {@code SITE_UNKNOWN} problem. */
    @Transactional
    public List<ConnectedSite> by(SiteSelector selector) {
        List<ConnectedSite> all = sites.all();
        Set<SiteId> unknown = new HashSet<>(selector.names());
        all.forEach(site -> unknown.remove(site.site()));
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    SiteProblem.SITE_UNKNOWN,
                    "There is no site " + unknown.stream().sorted().findFirst().orElseThrow() + " of ours");
        }
        Map<String, Set<String>> given = labels.bySite();
        return all.stream()
                .filter(site ->
                        selector.means(site, given.getOrDefault(site.site().value(), Set.of())))
                .toList();
    }
}
