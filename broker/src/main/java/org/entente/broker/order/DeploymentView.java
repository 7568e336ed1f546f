package org.entente.broker.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Window;
import org.entente.broker.offer.PricedInstance;
import org.entente.broker.offer.Prices;

/**
 * A deployment as people see it. Completeness says whether it is wanted as a whole only ({@code ALL}) or also in part
 * ({@code PARTIAL}). Costs are what its tenant pays, so far, in decimal text. A reason says in a sentence why
 * something is not as it should be: who must act, until when, and what is known of why not yet.
 */
public record DeploymentView(
        String order,
        String name,
        String state,
        Optional<String> reason,
        String completeness,
        Optional<String> tenant,
        Optional<String> partner,
        Instant createdAt,
        String currency,
        String costSoFar,
        List<InstanceView> instances) {

    /**
     * One instance of a deployment.
     *
     * @param lastSeenAt when its site last showed it running
     * @param replacedBy the instance that took its place after it was moved or lost, or shall once it runs
     */
    public record InstanceView(
            String instance,
            String name,
            String operator,
            String site,
            String technology,
            String state,
            Optional<String> reason,
            Optional<String> address,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            Optional<Instant> lastSeenAt,
            Optional<String> replacedBy,
            String costSoFar) {
        static InstanceView of(InstanceEntity entity, Optional<String> reason, Money cost) {
            return new InstanceView(
                    entity.instance,
                    entity.name,
                    entity.operator,
                    entity.site,
                    entity.technology.name(),
                    entity.state.name().toLowerCase(Locale.ROOT),
                    reason,
                    entity.address(),
                    entity.startedAt(),
                    entity.endedAt(),
                    entity.seenAt(),
                    entity.replacedBy().map(InstanceId::value),
                    cost.text());
        }
    }

    static DeploymentView of(OrderEntity entity, Reasons reasons, Prices prices, Instant now) {
        Money sum = Money.zero(prices.currency());
        for (InstanceEntity instance : entity.instances) {
            sum = sum.plus(cost(instance, prices, now));
        }
        return new DeploymentView(
                entity.id,
                entity.name,
                shown(entity.state),
                reasons.of(entity),
                entity.completeness.name(),
                Optional.ofNullable(entity.tenant),
                Optional.ofNullable(entity.partner),
                entity.createdAt,
                prices.currency().getCurrencyCode(),
                sum.text(),
                entity.instances.stream()
                        .map(instance -> InstanceView.of(instance, reasons.of(instance), cost(instance, prices, now)))
                        .toList());
    }

    static String shown(OrderState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** From its start until its end, or until now while it runs. */
    private static Money cost(InstanceEntity instance, Prices prices, Instant now) {
        Instant end = instance.endedAt().orElse(now.truncatedTo(ChronoUnit.SECONDS));
        PricedInstance priced = new PricedInstance(
                instance.place(), retailAgreement(instance), instance.technology, instance.workload());
        return instance.startedAt()
                .filter(start -> start.isBefore(end))
                .map(start -> prices.over(priced, new Window(start, end)))
                .orElse(Money.zero(prices.currency()));
    }

    /** Our own site's use by a partner is shown at our own retail prices. */
    private static Optional<AgreementId> retailAgreement(InstanceEntity instance) {
        return instance.isOnPeer() ? instance.agreement() : Optional.empty();
    }
}
