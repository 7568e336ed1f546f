package org.entente.billing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Window;
import org.entente.metering.record.UsageRecord;
import org.entente.metering.record.UsageRecords;
import org.entente.metering.report.ReportState;
import org.entente.metering.report.UsageReports;

/** What each of the two operators metered and what both countersigned. */
@Alternative
@Priority(1)
@ApplicationScoped
public class KnownUsage implements UsageRecords, UsageReports {
    private final Map<OperatorId, List<UsageRecord>> records = new ConcurrentHashMap<>();
    private final Map<OperatorId, Instant> meteredUpTo = new ConcurrentHashMap<>();
    private final List<ReportSummary> reports = new CopyOnWriteArrayList<>();
    private final AtomicBoolean countersigned = new AtomicBoolean(true);
    private final Peers peers;

    KnownUsage(Peers peers) {
        this.peers = peers;
    }

    public void record(OperatorId operator, UsageRecord record) {
        records.computeIfAbsent(operator, any -> new CopyOnWriteArrayList<>()).add(record);
    }

    public void meteredUpTo(OperatorId operator, Instant instant) {
        meteredUpTo.put(operator, instant);
    }

    /** One report that both signed. */
    public void report(AgreementId agreement, Window window) {
        reports.add(new ReportSummary(
                agreement,
                1,
                DocumentHash.of("report under " + agreement),
                ReportState.COUNTERSIGNED,
                1,
                window,
                Optional.empty()));
    }

    /** From now on some use waits for the home operator's signature, until {@link #allAreCountersigned}. */
    public void someAreNotCountersigned() {
        countersigned.set(false);
    }

    public void allAreCountersigned() {
        countersigned.set(true);
    }

    @Override
    public List<UsageRecord> after(long position, int limit) {
        return records.getOrDefault(peers.operator(), List.of()).stream()
                .filter(record -> record.position() > position)
                .sorted(Comparator.comparingLong(UsageRecord::position))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<InstanceId, Map<Meter, Quantity>> usedSoFar(Collection<InstanceId> instances) {
        throw new UnsupportedOperationException("Billing rates records; it does not ask for running use");
    }

    @Override
    public boolean meteredUpTo(Instant instant) {
        return !meteredUpTo.getOrDefault(peers.operator(), Instant.MIN).isBefore(instant);
    }

    @Override
    public List<ReportSummary> reports(AgreementId agreement, Window window) {
        return reports.stream()
                .filter(report -> report.agreement().equals(agreement) && window.contains(report.window()))
                .toList();
    }

    @Override
    public boolean allCountersigned(AgreementId agreement, Window window) {
        return countersigned.get();
    }
}
