package org.entente.metering.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Window;

/** The append-only log of usage records, for the slices that write and report them. */
public interface UsageLog {
    /**
     * Appends, in the caller's transaction. What is already recorded with the same content is left alone; with other
     * content it is a {@link org.entente.agreements.problem.ProblemException}, and nothing of the list is appended.
     */
    void append(List<MeasuredUsage> usages);

    /** As {@link UsageRecords#after}, of one agreement. */
    List<UsageRecord> under(AgreementId agreement, long afterPosition, int limit);

    /** The records of some instances that begin at some moments, those of the caller's own transaction among them. */
    List<MeasuredUsage> startingAt(Collection<InstanceId> instances, Collection<Instant> starts);

    /** How many records lie inside a window under an agreement. */
    long count(AgreementId agreement, Window window);
}
