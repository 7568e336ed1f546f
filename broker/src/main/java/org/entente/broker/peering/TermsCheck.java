package org.entente.broker.peering;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.Booking;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.broker.order.Admission.NoRoom;

/** What an agreement's terms say of an order by themselves, at the time of the order. Pure. */
final class TermsCheck {
    static final int INSTANCES_MAX = 1000;

    private TermsCheck() {}

    /** The first term that the order breaks, if it breaks any. */
    static Optional<NoRoom> refusal(Booking order, AgreementTerms terms, Instant now) {
        if (!terms.validity().contains(now)) {
            return refused("AGREEMENT_NOT_IN_FORCE", order.agreement() + " is not in force at " + now);
        }
        if (!now.isBefore(order.deadline())) {
            return refused("ORDER_TOO_LATE", "The order's deadline was " + order.deadline());
        }
        if (order.instances().isEmpty() || order.instances().size() > INSTANCES_MAX) {
            return refused("ORDER_SIZE", "An order has 1 to " + INSTANCES_MAX + " instances");
        }
        if (terms.quota().perTenant().isPresent() && order.tenant().isEmpty()) {
            return refused(
                    "TENANT_NOT_NAMED",
                    order.agreement() + " limits what one tenant may hold, so the order must name its tenant");
        }
        return instances(order, terms);
    }

    /** Whether the country of a site is one where workloads and data may be. */
    static Optional<NoRoom> residency(AgreementTerms terms, SiteId site, String country) {
        return terms.residency()
                .filter(residency -> !residency.allows(country))
                .flatMap(residency -> refused(
                        "RESIDENCY_NOT_ALLOWED",
                        site + " is in " + country + ", but data may reside in "
                                + String.join(", ", residency.countries()) + " only"));
    }

    private static Optional<NoRoom> instances(Booking order, AgreementTerms terms) {
        Set<InstanceId> ids = new HashSet<>();
        for (OrderedInstance instance : order.instances()) {
            if (!ids.add(instance.instance())) {
                return refused("INSTANCE_EXISTS", "The order names instance " + instance.instance() + " twice");
            }
            if (!terms.zones().contains(instance.site())) {
                return refused("ZONE_NOT_AGREED", instance.site() + " is not a zone of " + order.agreement());
            }
        }
        return Optional.empty();
    }

    private static Optional<NoRoom> refused(String code, String sentence) {
        return Optional.of(new NoRoom(code, sentence));
    }
}
