package org.entente.broker.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.site.ChosenSites;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteProblem;
import org.entente.broker.site.SiteQuery;
import org.entente.metering.record.SiteUsage;
import org.entente.metering.record.UsageRecords;

/** What was used at any set of our own sites together, for engineers and finance. */
@Path("/api/v1/sites/usage")
@RolesAllowed({"engineer", "finance"})
@Tag(name = "Own sites, many at once")
public class SiteUsageResource {
    private static final Duration WINDOW_MAX = Duration.ofDays(400);

    private final ChosenSites sites;
    private final SiteUsage usage;
    private final UsageRecords records;
    private final OperatorConfig self;

    SiteUsageResource(ChosenSites sites, SiteUsage usage, UsageRecords records, OperatorConfig self) {
        this.sites = sites;
        this.usage = usage;
        this.records = records;
        this.self = self;
    }

    /**
     * What was used.
     *
     * @param whole whether everything of that time is recorded by now; what runs is recorded at the end of each day
     */
    public record UsageView(int sites, Instant from, Instant to, boolean whole, List<MeterView> meters) {}

    public record MeterView(String meter, BigDecimal quantity) {}

    @GET
    @Transactional
    @Operation(
            summary = "What was used at a set of own sites between two instants, by meter",
            description =
                    "The sum of all usage records that begin in [from, to), of our tenants and our partners alike. Sites are"
                            + " chosen as for the summary.")
    public UsageView of(
            @BeanParam SiteQuery query,
            @NotNull @QueryParam("from") Instant from,
            @NotNull @QueryParam("to") Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(WINDOW_MAX) > 0) {
            throw new ProblemException(
                    SiteProblem.SITE_SELECTOR, "A time begins before it ends, and is of at most 400 days");
        }
        List<SiteId> chosen =
                sites.by(query.selector()).stream().map(ConnectedSite::site).toList();
        Map<Meter, Quantity> used = usage.at(self.operator(), chosen, new Window(from, to));
        return new UsageView(
                chosen.size(),
                from,
                to,
                records.meteredUpTo(to),
                used.entrySet().stream()
                        .map(one -> new MeterView(
                                one.getKey().name(), one.getValue().value()))
                        .toList());
    }
}
