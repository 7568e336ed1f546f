package org.entente.broker.site;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;

/** The words that engineers give to our sites, to choose them by. */
@ApplicationScoped
class SiteLabels implements PanacheRepositoryBase<SiteLabelEntity, SiteLabelEntity.Key> {
    private final Sites sites;

    SiteLabels(Sites sites) {
        this.sites = sites;
    }

    @Transactional
    SortedSet<String> of(SiteId site) {
        return list("site", site.value()).stream()
                .map(entity -> entity.label)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of the sites that have any. */
    @Transactional
    Map<String, Set<String>> bySite() {
        return streamAll()
                .collect(Collectors.groupingBy(
                        entity -> entity.site, Collectors.mapping(entity -> entity.label, Collectors.toSet())));
    }

    /** A site has these labels from now on and no others. */
    @Transactional
    void replace(SiteId site, Set<String> labels) {
        if (sites.lockedRow(site).isEmpty()) {
            throw new ProblemException(SiteProblem.SITE_UNKNOWN, "There is no site " + site + " of ours");
        }
        delete("site", site.value());
        flush();
        labels.forEach(label -> persist(SiteLabelEntity.of(site.value(), label)));
    }
}
