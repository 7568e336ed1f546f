package org.entente.broker.order;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.agreements.exchange.Deliveries.Waiting;
import org.entente.agreements.language.OperatorId;

/**
 * Says of what is not yet as it should be who must act, until when, what is known of why not yet, and what happens then.
 *
 * @param owed what waits for each partner's answer
 */
public record Reasons(Map<OperatorId, Waiting> owed) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    public Reasons {
        owed = Map.copyOf(owed);
    }

    /** Why an order was refused, or whose answers it still waits for. */
    Optional<String> of(OrderEntity order) {
        return Optional.ofNullable(order.reason).or(() -> switch (order.state) {
            case HOLDING ->
                Optional.of("waits for " + awaited(order) + " to hold a place" + until(answersDue(order))
                        + failures(order) + otherwise(order));
            case HELD ->
                Optional.of("waits for " + order.partner + " to order it" + until(answersDue(order))
                        + "; else its place is given to others");
            case PLACING ->
                Optional.of("waits for " + awaited(order) + until(order.deadline) + failures(order) + otherwise(order));
            case REQUESTED, STARTING, ACTIVE, DEGRADED, ENDING, ENDED, REFUSED -> Optional.empty();
        });
    }

    /** A sentence for an order whose partners did not all answer in time. */
    public String overdue(OrderEntity order) {
        return awaited(order) + " did not answer before " + MINUTE.format(answersDue(order)) + failures(order);
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
        return switch (order.state) {
            case REQUESTED -> "waits to be placed" + until(order.deadline);
            case HOLDING ->
                instance.isAwaited()
                        ? "waits for " + instance.operator + " to hold a place" + until(answersDue(order))
                                + failure(instance) + otherwise(order)
                        : "its place is held; waits for " + awaited(order) + " to hold theirs"
                                + until(answersDue(order)) + otherwise(order);
            case HELD ->
                "its place is held; waits for " + order.partner + " to order it" + until(answersDue(order))
                        + "; else its place is given to others";
            case PLACING, STARTING, ACTIVE, DEGRADED, ENDING, ENDED, REFUSED ->
                (instance.onPeer
                                ? "waits for " + instance.operator + " to accept it" + until(order.deadline)
                                        + failure(instance)
                                : "waits for " + awaited(order) + " to accept the rest" + until(order.deadline))
                        + otherwise(order);
        };
    }

    private String starting(InstanceEntity instance) {
        return "waits for " + worker(instance) + " to start it" + until(instance.deadline()) + failure(instance)
                + told(instance) + "; else it fails";
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
                .filter(InstanceEntity::isAwaited)
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

    private static String awaited(OrderEntity order) {
        return order.instances.stream()
                .filter(InstanceEntity::isAwaited)
                .map(instance -> instance.operator)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** Until when the order waits as it does now. */
    private static Instant answersDue(OrderEntity order) {
        return switch (order.state) {
            case HOLDING -> Objects.requireNonNull(order.holdsDueAt);
            case HELD -> Objects.requireNonNull(order.heldUntil);
            case REQUESTED, PLACING, STARTING, ACTIVE, DEGRADED, ENDING, ENDED, REFUSED -> order.deadline;
        };
    }

    private static String otherwise(OrderEntity order) {
        return switch (order.completeness) {
            case ALL -> "; else all of it is given back";
            case PARTIAL -> "; else the rest goes on without it";
        };
    }

    private static String until(Instant deadline) {
        return " until " + MINUTE.format(deadline);
    }
}
