package org.entente.metering.observation;

import static org.entente.metering.MeteringProblem.ENDED_OTHERWISE;
import static org.entente.metering.MeteringProblem.END_BEFORE_METERED;
import static org.entente.metering.MeteringProblem.INSTANCE_DIFFERS;
import static org.entente.metering.MeteringProblem.INSTANCE_NOT_METERED;
import static org.entente.metering.MeteringProblem.OBSERVED_IN_FUTURE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Window;
import org.entente.agreements.problem.ProblemException;
import org.entente.metering.MeteringConfig;
import org.entente.metering.record.MeasuredUsage;
import org.entente.metering.record.UsageLog;

/**
 * What was seen of instances, turned into usage records. Each method runs in the caller's transaction, so that an
 * instance's state and its metering are stored together or not at all.
 *
 * <p>Every method may be repeated, called late, out of order and by several replicas at once: no second is counted twice
 * and none is lost. All instants are whole seconds. A refusal is a {@link ProblemException} and leaves the transaction as
 * it was.
 */
@ApplicationScoped
@Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ProblemException.class)
public class Observations {
    private final PanacheMeteredInstances instances;
    private final PanacheCursors cursors;
    private final UsageLog log;
    private final InstantSource clock;
    private final MeteringConfig config;

    Observations(
            PanacheMeteredInstances instances,
            PanacheCursors cursors,
            UsageLog log,
            InstantSource clock,
            MeteringConfig config) {
        this.instances = instances;
        this.cursors = cursors;
        this.log = log;
        this.clock = clock;
        this.config = config;
    }

    /** The instance's use counts from its start on. */
    public void started(MeteredInstance instance) {
        Optional<MeteredInstance> known = instances.find(instance.instance());
        if (known.isPresent()) {
            if (!known.get().equals(instance)) {
                throw new ProblemException(
                        INSTANCE_DIFFERS, "Instance " + instance.instance() + " is already metered with other facts");
            }
            return;
        }
        notInFuture(instance.instance(), instance.startedAt());
        instances.insert(instance);
        cursors.insert(instance, Cursor.startedAt(instance.startedAt()));
    }

    /** The instance was seen running. Nothing happens when more than that is already known. */
    public void running(InstanceId id, Instant seenAt) {
        WholeSeconds.checked(seenAt);
        notInFuture(id, seenAt);
        MeteredInstance instance = metered(id);
        Instant certainUntil = instance.runsAtPartner() ? seenAt.minus(config.partnerNoticeGrace()) : seenAt;
        advance(instance, cursors.locked(id).cursor().seen(seenAt, certainUntil, instance.calendar()));
    }

    /**
     * The instance's host states its use up to an instant, so that it did run until then. For an instance that runs at a
     * partner; {@link #running} may not yet have recorded that far.
     */
    public void stated(InstanceId id, Instant until) {
        WholeSeconds.checked(until);
        notInFuture(id, until);
        MeteredInstance instance = metered(id);
        advance(instance, cursors.locked(id).cursor().seen(until, until, instance.calendar()));
    }

    /**
     * The instance's use stopped to count. Nothing is added after that.
     *
     * <p>Where the site is ours, an end before the moment at which the instance was last seen running is refused. Where it
     * runs at a partner, we never saw it ourselves: there the host's word counts, unless it contradicts a record.
     */
    public void ended(InstanceId id, Instant endedAt) {
        WholeSeconds.checked(endedAt);
        notInFuture(id, endedAt);
        MeteredInstance instance = metered(id);
        Cursor cursor = cursors.locked(id).cursor();
        if (cursor.endedAt().isPresent()) {
            sameEnd(id, cursor.endedAt().get(), endedAt);
            return;
        }
        Instant earliest = instance.runsAtPartner() ? cursor.recordedUntil() : cursor.meteredUntil();
        if (endedAt.isBefore(earliest)) {
            throw new ProblemException(
                    END_BEFORE_METERED,
                    "Instance " + id + " is already metered until " + earliest + ", so it cannot have ended at "
                            + endedAt);
        }
        advance(instance, cursor.ended(endedAt, instance.calendar()));
    }

    /**
     * As {@link #ended}, on the word of the host that runs the instance. Where that comes too late for what is recorded
     * already, the use ends where its records end: nothing is taken back silently, and the two operators' reports differ.
     *
     * @return when the use ended here
     */
    public Instant endedByHost(InstanceId id, Instant endedAt) {
        Cursor cursor = cursors.locked(metered(id).instance()).cursor();
        if (cursor.endedAt().isPresent()) {
            return cursor.endedAt().get();
        }
        Instant at = endedAt.isBefore(cursor.recordedUntil()) ? cursor.recordedUntil() : endedAt;
        ended(id, at);
        return at;
    }

    /** What was said of an instance when it started. */
    public Optional<MeteredInstance> find(InstanceId id) {
        return instances.find(id);
    }

    private void advance(MeteredInstance instance, Cursor.Advance advance) {
        log.append(advance.completed().stream()
                .flatMap(window -> usages(instance, window).stream())
                .toList());
        cursors.locked(instance.instance()).move(advance.cursor(), instance.calendar());
    }

    private static List<MeasuredUsage> usages(MeteredInstance instance, Window window) {
        return instance.amounts().entrySet().stream()
                .map(held -> new MeasuredUsage(
                        instance.instance(),
                        instance.place(),
                        instance.technology(),
                        instance.tenant(),
                        instance.agreement(),
                        window,
                        Quantity.held(held.getKey(), held.getValue(), window)))
                .toList();
    }

    private MeteredInstance metered(InstanceId id) {
        return instances
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        INSTANCE_NOT_METERED, "Instance " + id + " is not metered: nobody said that it started"));
    }

    private static void sameEnd(InstanceId id, Instant known, Instant stated) {
        if (!known.equals(stated)) {
            throw new ProblemException(
                    ENDED_OTHERWISE,
                    "Instance " + id + " ended at " + known + ", so it cannot have ended at " + stated);
        }
    }

    private void notInFuture(InstanceId id, Instant instant) {
        Instant latest = clock.instant().plus(config.clockSkew());
        if (instant.isAfter(latest)) {
            throw new ProblemException(
                    OBSERVED_IN_FUTURE,
                    "Instance " + id + " was observed at " + instant
                            + ", which is later than now and the allowed skew: " + latest);
        }
    }
}
