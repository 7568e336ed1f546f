package org.entente.broker.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.Quota;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.Sites;
import org.entente.broker.site.Workload;

/**
 * Whether our sites and a partner's quota still have room. It counts what is held while the sites' rows are locked, and
 * then while the agreement is, so two orders at once cannot both take the last place. Every method runs in the caller's transaction.
 */
@ApplicationScoped
public class Admission {
    private final Instances instances;
    private final Sites sites;

    Admission(Instances instances, Sites sites) {
        this.instances = instances;
        this.sites = sites;
    }

    /** A reason why something cannot be taken, in a code and a sentence. */
    public record NoRoom(String code, String sentence) {}

    /** Whether the agreement's quota has room for more workloads beside what is held under it. */
    public Optional<NoRoom> quota(AgreementTerms terms, List<Workload> more) {
        instances.takeTurns(terms.agreement());
        List<Workload> all = new ArrayList<>(instances.liveUnder(terms.agreement()).stream()
                .map(InstanceEntity::workload)
                .toList());
        all.addAll(more);
        Quota quota = terms.quota();
        if (all.size() > quota.instances()) {
            return Optional.of(new NoRoom(
                    "QUOTA_INSTANCES",
                    "The agreement allows " + quota.instances() + " instances, this would make " + all.size()));
        }
        if (sum(all, Workload::vcpu).compareTo(quota.vcpu()) > 0) {
            return Optional.of(new NoRoom(
                    "QUOTA_VCPU",
                    "The agreement allows " + quota.vcpu() + " vCPU, this would make " + sum(all, Workload::vcpu)));
        }
        if (sum(all, Workload::memoryGib).compareTo(quota.memoryGib()) > 0) {
            return Optional.of(new NoRoom(
                    "QUOTA_MEMORY",
                    "The agreement allows " + quota.memoryGib() + " GiB of memory, this would make "
                            + sum(all, Workload::memoryGib)));
        }
        return Optional.empty();
    }

    /** Whether one of our sites has room for more workloads beside what we hold there. Locks the site's row. */
    public Optional<NoRoom> capacity(SiteId site, List<Workload> more) {
        Optional<SiteCapabilities> seen = sites.lock(site).flatMap(ConnectedSite::capabilities);
        if (seen.isEmpty()) {
            return Optional.of(new NoRoom("SITE_NOT_AVAILABLE", site + " is not available"));
        }
        List<Workload> all = new ArrayList<>(
                instances.liveAt(site).stream().map(InstanceEntity::workload).toList());
        all.addAll(more);
        return tooMuch(site, "vCPU", seen.get().vcpuTotal(), sum(all, Workload::vcpu))
                .or(() -> tooMuch(site, "GiB of memory", seen.get().memoryGibTotal(), sum(all, Workload::memoryGib)));
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

    private static BigDecimal sum(List<Workload> workloads, Function<Workload, BigDecimal> amount) {
        return workloads.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
