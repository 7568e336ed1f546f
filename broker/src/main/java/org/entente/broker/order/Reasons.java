package org.entente.broker.order;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.agreements.exchange.Deliveries.Waiting;
import org.entente.agreements.language.OperatorId;

/**
 * Says of what is not yet as it should be who must act, until when, and what is known of why not yet.
 *
 * @param owed what waits for each partner's answer
 */
public record Reasons(Map<OperatorId, Waiting> owed) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    public Reasons {
        owed = Map.copyOf(owed);
    }

    /** Why an order was refused, or which partners' answers it still waits for. */
    Optional<String> of(OrderEntity order) {
        Optional<String> known = Optional.ofNullable(order.reason);
        return order.state == OrderState.PLACING
                ? known.or(() ->
                        Optional.of("waits for " + silentPartners(order) + until(order.deadline) + failures(order)))
                : known;
    }

    /** A sentence for an order whose partners did not all answer by its deadline. */
    public String overdue(OrderEntity order) {
        return silentPartners(order) + " did not answer before " + MINUTE.format(order.deadline) + failures(order);
    }

    Optional<String> of(InstanceEntity instance) {
        return switch (instance.state) {
            case PLANNED -> Optional.of(planned(instance));
            case STARTING -> Optional.of(starting(instance));
            case ENDING -> Optional.of(ending(instance));
            case ACTIVE, ENDED, FAILED -> instance.reason();
        };
    }

    private String planned(InstanceEntity instance) {
        OrderEntity order = instance.order;
        if (order.state == OrderState.REQUESTED) {
            return "waits to be placed" + until(order.deadline);
        }
        return instance.onPeer
                ? "waits for " + instance.operator + " to accept it" + until(order.deadline) + failure(instance)
                : "waits for " + silentPartners(order) + " to accept the rest" + until(order.deadline);
    }

    private String starting(InstanceEntity instance) {
        return "waits for " + worker(instance) + " to start it" + until(instance.deadline()) + failure(instance)
                + told(instance);
    }

    private String ending(InstanceEntity instance) {
        return "waits for " + worker(instance) + " to end it" + failure(instance) + told(instance);
    }

    private static String worker(InstanceEntity instance) {
        return instance.onPeer ? instance.operator : instance.site;
    }

    private static String told(InstanceEntity instance) {
        return instance.reason().map(why -> "; " + why).orElse("");
    }

    private String failures(OrderEntity order) {
        return order.instances.stream()
                .filter(Reasons::isUnanswered)
                .map(this::failure)
                .distinct()
                .collect(Collectors.joining());
    }

    private String failure(InstanceEntity instance) {
        Optional<Waiting> waiting = Optional.ofNullable(owed.get(new OperatorId(instance.operator)));
        return waiting.flatMap(first -> first.lastFailure()
                        .map(why -> "; " + why + " (tried " + first.attempts() + " times since "
                                + MINUTE.format(first.since()) + ")"))
                .orElse("");
    }

    private static String silentPartners(OrderEntity order) {
        return order.instances.stream()
                .filter(Reasons::isUnanswered)
                .map(instance -> instance.operator)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static boolean isUnanswered(InstanceEntity instance) {
        return instance.onPeer && instance.state == InstanceState.PLANNED;
    }

    private static String until(Instant deadline) {
        return " until " + MINUTE.format(deadline);
    }
}
