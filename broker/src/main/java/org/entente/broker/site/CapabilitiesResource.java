package org.entente.broker.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;

/** What a site of ours can do, now and before. */
@Path("/api/v1/sites/{site}/capabilities")
@RolesAllowed("engineer")
public class CapabilitiesResource {
    private final Sites sites;
    private final Sightings sightings;

    CapabilitiesResource(Sites sites, Sightings sightings) {
        this.sites = sites;
        this.sightings = sightings;
    }

    /**
     * What the latest answered probe saw.
     *
     * @param seenAt when that was; absent together with the rest before the first
     */
    public record CapabilitiesView(String site, Optional<Instant> seenAt, Optional<SiteCapabilities> capabilities) {}

    /** One page of what was seen, the newest first. */
    public record HistoryView(List<SightingView> items, int page, int size, long total) {}

    /**
     * Something that differed from what was seen before it.
     *
     * @param changes what differed, each in a sentence; none for the first of all
     */
    public record SightingView(Instant seenAt, String release, List<String> changes, SiteCapabilities capabilities) {}

    @GET
    @Transactional
    public CapabilitiesView now(@PathParam("site") SiteId id) {
        ConnectedSite site = found(id);
        return new CapabilitiesView(id.value(), site.seenAt(), site.capabilities());
    }

    @GET
    @Path("/history")
    @Transactional
    public HistoryView history(
            @PathParam("site") SiteId id,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        found(id);
        List<SightingEntity> rows = sightings.latest(id, page * size, size + 1);
        List<SightingView> items = new ArrayList<>();
        for (int index = 0; index < Math.min(size, rows.size()); index++) {
            Optional<SightingEntity> before =
                    index + 1 < rows.size() ? Optional.of(rows.get(index + 1)) : Optional.empty();
            items.add(view(rows.get(index), before));
        }
        return new HistoryView(items, page, size, sightings.count(id));
    }

    private static SightingView view(SightingEntity row, Optional<SightingEntity> before) {
        List<String> changes = before
                .map(old -> CapabilityFacts.of(row.capabilities).since(CapabilityFacts.of(old.capabilities)))
                .orElse(List.of())
                .stream()
                .map(CapabilityFacts.Change::sentence)
                .toList();
        return new SightingView(row.seenAt, row.release, changes, row.capabilities);
    }

    private ConnectedSite found(SiteId id) {
        return sites.known(id)
                .orElseThrow(
                        () -> new ProblemException(SiteProblem.SITE_UNKNOWN, "There is no site " + id + " of ours"));
    }
}
