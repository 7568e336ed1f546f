package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.StatusNotice.InstanceStatus;
import org.entente.agreements.document.StatusNotice.State;
import org.entente.agreements.exchange.ExchangeConfig;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.order.InstanceEntity;
import org.entente.metering.MeteringConfig;

/** Whether what a host says of an instance can be so: by itself, by our clock, and beside what it said before. */
@ApplicationScoped
public class StatusCheck {
    private final InstantSource clock;
    private final Duration skewOfMetering;
    private final Duration skewMax;

    StatusCheck(InstantSource clock, MeteringConfig metering, ExchangeConfig exchange) {
        this.clock = clock;
        this.skewOfMetering = metering.clockSkew();
        this.skewMax = exchange.clockSkewMax();
    }

    /**
     * Why it cannot be so, or nothing.
     *
     * @throws ProblemException where it only comes too early by our clock
     */
    Optional<Refusal> of(InstanceEntity known, InstanceStatus told) {
        return byItself(told).or(() -> byTheClock(told)).or(() -> besideWhatIsKnown(known, told));
    }

    private static Optional<Refusal> byItself(InstanceStatus told) {
        boolean startMissing = told.startedAt().isEmpty()
                && (told.state() == State.ACTIVE || told.endedAt().isPresent());
        boolean endMissing =
                isOver(told) && told.startedAt().isPresent() && told.endedAt().isEmpty();
        boolean endTooEarly = told.endedAt().isPresent() && !isOver(told);
        boolean turned = told.startedAt()
                .flatMap(start -> told.endedAt().filter(end -> end.isBefore(start)))
                .isPresent();
        boolean odd = moments(told).anyMatch(moment -> !moment.equals(moment.truncatedTo(ChronoUnit.SECONDS)));
        return startMissing || endMissing || endTooEarly || turned || odd
                ? wrong(told, "its start and end do not fit its state, or are not whole seconds")
                : Optional.empty();
    }

    private Optional<Refusal> byTheClock(InstanceStatus told) {
        Instant now = clock.instant();
        Instant latest = moments(told).max(Instant::compareTo).orElse(now);
        if (latest.isAfter(now.plus(skewMax))) {
            return wrong(told, latest + " lies in the future, it is " + now + " here");
        }
        if (latest.isAfter(now.plus(skewOfMetering))) {
            throw new ProblemException(
                    PeeringProblem.STATUS_AHEAD_OF_OUR_CLOCK,
                    told.instance() + ": " + latest + " has not come here yet, it is " + now);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> besideWhatIsKnown(InstanceEntity known, InstanceStatus told) {
        Optional<Instant> start = known.startedAt();
        boolean otherStart = start.isPresent()
                && told.startedAt().map(stated -> !stated.equals(start.get())).orElse(isOver(told));
        boolean startAfterItsEnd =
                known.state().isOver() && start.isEmpty() && told.startedAt().isPresent();
        return otherStart || startAfterItsEnd
                ? Optional.of(new Refusal(
                        "STATUS_CONTRADICTS",
                        told.instance() + " is " + known.state() + " here, "
                                + start.map(at -> "started at " + at).orElse("never started")
                                + "; that contradicts what you say of its start"))
                : Optional.empty();
    }

    private static boolean isOver(InstanceStatus told) {
        return told.state() == State.ENDED || told.state() == State.FAILED;
    }

    private static Stream<Instant> moments(InstanceStatus told) {
        return Stream.concat(told.startedAt().stream(), told.endedAt().stream());
    }

    private static Optional<Refusal> wrong(InstanceStatus told, String why) {
        return Optional.of(new Refusal("STATUS_TIMES_WRONG", told.instance() + ": " + why));
    }
}
