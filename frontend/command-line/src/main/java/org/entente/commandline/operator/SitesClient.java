package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sites: an operator's own and those that its partners offer. */
public final class SitesClient {
    private static final String PATH = "/api/v1/sites";
    private static final TypeReference<OwnSite> OWN = new TypeReference<>() {};

    private final ApiCalls calls;

    SitesClient(ApiCalls calls) {
        this.calls = calls;
    }

    /**
     * A site that one may order at.
     *
     * @param technology {@code OPENSTACK} or {@code KUBERNETES}; absent until it was found
     * @param reason why it is in this state, where there is something to say
     */
    public record SiteView(
            String operator,
            String site,
            String name,
            Optional<String> technology,
            Optional<String> release,
            String country,
            String state,
            Optional<String> reason,
            List<FlavourView> flavours,
            List<PriceView> prices,
            Optional<Instant> seenAt) {
        /** Whether it takes orders, as far as the operator knows. */
        public boolean isAvailable() {
            return state.equals("available") || state.equals("degraded");
        }
    }

    /** One size of virtual machine. Memory and disk in GiB. */
    public record FlavourView(String name, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib) {}

    /** A site to connect: where its API is and how the operator logs in there. */
    public record SiteRequest(
            String site,
            String name,
            String technology,
            URI address,
            String account,
            String secret,
            String region,
            String country) {
        /** Without the secret, so that no log can hold it. */
        @Override
        public String toString() {
            return "SiteRequest[" + site + ", " + address + "]";
        }
    }

    /** A site to connect, of a technology that is to be found. */
    public record FoundSiteRequest(
            String site,
            String name,
            URI address,
            String account,
            String secret,
            String region,
            Optional<String> authority,
            String country) {
        /** Without the secret, so that no log can hold it. */
        @Override
        public String toString() {
            return "FoundSiteRequest[" + site + ", " + address + "]";
        }
    }

    /** Why a site is not as it should be. */
    public record Trouble(String code, String sentence) {}

    /** Something that the site's account may not do. */
    public record Missing(String action, String sentence) {}

    /** One of the operator's own sites, as its engineers see it. */
    public record OwnSite(
            String site,
            String name,
            String country,
            Optional<BigDecimal> latitude,
            Optional<BigDecimal> longitude,
            Optional<BigDecimal> gramsCo2PerKwh,
            Optional<String> technology,
            Optional<String> release,
            URI address,
            String region,
            String state,
            List<Trouble> troubles,
            List<Missing> missing,
            Optional<Instant> seenAt,
            Optional<Instant> outOfReachSince) {}

    /** What differed from what was seen before. */
    public record Sighting(Instant seenAt, String release, List<String> changes) {}

    /** What was seen, the newest first. */
    public record SightingPage(List<Sighting> items, long total) {}

    record CredentialsRequest(String account, String secret, Optional<String> authority) {
        @Override
        public String toString() {
            return "CredentialsRequest[" + account + "]";
        }
    }

    public record MoveRequest(String reason) {}

    public record MoveDecision(
            String site, Instant outOfReachSince, String decidedBy, Instant decidedAt, String reason) {}

    /** A sum over so many sites, those that tell; absent where none does. */
    public record Sum(Optional<BigDecimal> amount, int sites, int unknown) {}

    public record Sums(Sum vcpu, Sum memoryGib, Sum diskGib, Sum gpus) {}

    public record Held(long instances, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib, long gpus) {}

    /** Capacity and use of a set of sites together. */
    public record SiteSummary(
            int sites,
            Map<String, Long> states,
            Map<String, Long> technologies,
            Sums total,
            Sums free,
            Sums used,
            Held held,
            Optional<Instant> oldestSeenAt) {}

    public record MeterUse(String meter, BigDecimal quantity) {}

    /** What was used at a set of sites together; whole once all of that time is recorded. */
    public record SiteUsage(int sites, Instant from, Instant to, boolean whole, List<MeterUse> meters) {}

    record ProbesRequest(List<String> sites) {}

    /** How many sites are probed, each after that instant. */
    public record ProbesView(int sites, Instant askedAt) {}

    public List<SiteView> all() {
        return calls.get(PATH, new TypeReference<List<SiteView>>() {});
    }

    public void connect(SiteRequest site) {
        calls.post(PATH, site);
    }

    /** Connects a site whose technology its operator's server finds by asking the endpoint. */
    public OwnSite connect(FoundSiteRequest site) {
        return calls.post(PATH, site).as(OWN);
    }

    public OwnSite own(String site) {
        return calls.get(PATH + "/" + site, OWN);
    }

    /**
     * Asks something of a site that is connected.
     *
     * @param move {@code drain}, {@code return}, {@code retire} or {@code probe}
     */
    public OwnSite move(String site, String move) {
        return calls.post(PATH + "/" + site + "/" + move).as(OWN);
    }

    public OwnSite credentials(String site, String account, String secret, Optional<String> authority) {
        return calls.put(PATH + "/" + site + "/credentials", new CredentialsRequest(account, secret, authority))
                .as(OWN);
    }

    public SightingPage history(String site) {
        return calls.get(PATH + "/" + site + "/capabilities/history", new TypeReference<SightingPage>() {});
    }

    /** Decides that what may move from a site that is cut off shall move. */
    public MoveDecision move(String site, MoveRequest request) {
        return calls.post(PATH + "/" + site + "/moves", request).as(new TypeReference<MoveDecision>() {});
    }

    /** Capacity and use of the sites that fit a query such as {@code country=FR&technology=OPENSTACK}, or of all. */
    public SiteSummary summary(String query) {
        return calls.get(PATH + "/summary" + (query.isEmpty() ? "" : "?" + query), new TypeReference<SiteSummary>() {});
    }

    /** What was used between two instants. */
    public SiteUsage usage(String query, Instant from, Instant to) {
        return calls.get(
                PATH + "/usage?from=" + from + "&to=" + to + (query.isEmpty() ? "" : "&" + query),
                new TypeReference<SiteUsage>() {});
    }

    /** Has all sites probed now. */
    public ProbesView probeAll() {
        return calls.post(PATH + "/probes", new ProbesRequest(List.of())).as(new TypeReference<ProbesView>() {});
    }
}
