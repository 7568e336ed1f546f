package org.entente.broker.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.agreements.agreement.Receivables;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.Sites;
import org.entente.broker.site.Workload;

/**
 * Whether our sites and a partner's quota still have room. It counts what is held while the sites' rows and the agreement are
 * locked, so two orders at once cannot both take the last place. Every method runs in the caller's transaction.
 */
@ApplicationScoped
public class Admission {
    private final Instances instances;
    private final Sites sites;
    private final Instance<Receivables> receivables;

    Admission(Instances instances, Sites sites, Instance<Receivables> receivables) {
        this.instances = instances;
        this.sites = sites;
        this.receivables = receivables;
    }

    /** A reason why something cannot be taken, in a code and a sentence. */
    public record NoRoom(String code, String sentence) {}

    /**
     * Whether the agreement's quota has room for more workloads beside what is held under it, in all and for the tenant.
     * Locks the agreement, so that two orders at once cannot both take the last of it.
     */
    public Optional<NoRoom> quota(AgreementTerms terms, Optional<TenantPseudonym> tenant, List<Workload> more) {
        instances.lock(terms.agreement());
        Optional<NoRoom> inAll = QuotaCheck.inAll(terms.quota(), with(instances.liveUnder(terms.agreement()), more));
        return inAll.or(() -> tenant.flatMap(one -> terms.quota()
                .perTenant()
                .flatMap(limit ->
                        QuotaCheck.ofTenant(limit, one, with(instances.liveUnder(terms.agreement(), one), more)))));
    }

    /** Whether what the home operator owes us leaves its credit limit unreached. Refused where nobody can tell. */
    public Optional<NoRoom> credit(AgreementTerms terms) {
        return terms.quota().creditLimit().flatMap(limit -> {
            if (!receivables.isResolvable()) {
                return Optional.of(new NoRoom(
                        "CREDIT_UNKNOWN", "There is a credit limit of " + limit + ", but no books are kept here"));
            }
            Money owed = receivables.get().owedBy(terms.home(), limit.currency());
            return owed.compareTo(limit) < 0
                    ? Optional.empty()
                    : Optional.of(new NoRoom(
                            "CREDIT_LIMIT", terms.home() + " owes " + owed + ", the credit limit is " + limit));
        });
    }

    /** Whether one of our sites has room for more workloads beside what we hold there. Locks the site's row. */
    public Optional<NoRoom> capacity(SiteId site, List<Workload> more) {
        Optional<ConnectedSite> connected = sites.lock(site);
        Optional<SiteCapabilities> seen = connected.flatMap(ConnectedSite::capabilities);
        Optional<NoRoom> closed = connected.flatMap(Admission::closed);
        if (closed.isPresent()) {
            return closed;
        }
        if (seen.isEmpty()) {
            return Optional.of(new NoRoom("SITE_NOT_AVAILABLE", site + " is not available"));
        }
        List<Workload> all = with(instances.liveAt(site), more);
        return tooMuch(site, "vCPU", seen.get().capacity().total().vcpu(), sum(all, Workload::vcpu))
                .or(() -> tooMuch(
                        site,
                        "GiB of memory",
                        seen.get().capacity().total().memoryGib(),
                        sum(all, Workload::memoryGib)));
    }

    /** One that cannot be reached takes orders: they wait for it until their deadline. */
    private static Optional<NoRoom> closed(ConnectedSite site) {
        return switch (site.state()) {
            case AVAILABLE, DEGRADED, UNREACHABLE -> Optional.empty();
            case CONNECTING -> Optional.of(new NoRoom("SITE_NOT_AVAILABLE", site.site() + " was not probed yet"));
            case DRAINING -> Optional.of(new NoRoom("SITE_DRAINING", site.site() + " takes no new orders"));
            case RETIRED -> Optional.of(new NoRoom("SITE_RETIRED", site.site() + " has left"));
        };
    }

    /** A total that the site did not tell sets no limit here: the site itself refuses what it cannot take. */
    private static Optional<NoRoom> tooMuch(SiteId site, String what, Optional<BigDecimal> total, BigDecimal needed) {
        return total.filter(there -> needed.compareTo(there) > 0)
                .map(there -> new NoRoom(
                        "SITE_FULL",
                        site + " has " + there.stripTrailingZeros().toPlainString() + " " + what
                                + " in all, this would need "
                                + needed.stripTrailingZeros().toPlainString()));
    }

    private static List<Workload> with(List<InstanceEntity> held, List<Workload> more) {
        return Stream.concat(held.stream().map(InstanceEntity::workload), more.stream())
                .toList();
    }

    private static BigDecimal sum(List<Workload> workloads, Function<Workload, BigDecimal> amount) {
        return workloads.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
