package org.entente.billing;

import static org.entente.billing.Samples.ACME;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.entente.billing.Samples.seconds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Technology;
import org.entente.metering.record.UsageRecord;

/**
 * Months with known use, one for each test: facts cannot be thrown away, so tests keep apart by month. Two months between
 * them stay free for what is billed late.
 */
@ApplicationScoped
public class Months {
    /** Before a test has its own. */
    public static final BilledMonth NONE = new BilledMonth(Samples.agreement("none"), YearMonth.of(2020, 1));

    private static final YearMonth FIRST = YearMonth.of(2027, 1);
    private static final int APART = 3;

    private final AtomicInteger begun = new AtomicInteger();
    private final KnownTerms terms;
    private final KnownUsage usage;
    private final MovableClock clock;

    Months(KnownTerms terms, KnownUsage usage, MovableClock clock) {
        this.terms = terms;
        this.usage = usage;
        this.clock = clock;
    }

    /** The next month, at its beginning. Its agreement is the only one that is listed. */
    public BilledMonth begin() {
        int number = begun.getAndIncrement();
        YearMonth period = FIRST.plusMonths((long) APART * number);
        BilledMonth month = new BilledMonth(terms.signOnly("month-" + number), period);
        clock.moveTo(month.window().from());
        return month;
    }

    /** A month of {@link #knownUse}, which is over. */
    public BilledMonth ended() {
        BilledMonth month = begin();
        knownUse(month);
        end(month);
        return month;
    }

    /**
     * A VM and a container group of Acme at Boreal's site, and a VM at Alba's own. To the last digit it is 41.22602041666667
     * EUR between the operators and 46.44002916666667 EUR for Acme.
     */
    public void knownUse(BilledMonth month) {
        both(month, "vm-1", Technology.OPENSTACK, Meter.VCPU, "1785600", "1785600", "1785600");
        both(month, "vm-1", Technology.OPENSTACK, Meter.MEMORY, "10713600");
        both(month, "pods-1", Technology.KUBERNETES, Meter.VCPU, "60001.1", "60001.2", "60001.2");
        both(month, "pods-1", Technology.KUBERNETES, Meter.MEMORY, "3600");
        usage.record(ALBA, Samples.own(ACME, "vm-2", month.day(0), seconds(Meter.VCPU, "36000")));
    }

    /** Use of Boreal's site by Acme, a record a day, that both metered. Alba learns of the days in the other order. */
    public void both(BilledMonth month, String instance, Technology technology, Meter meter, String... seconds) {
        List<UsageRecord> hosted = hosted(month, instance, technology, meter, seconds);
        hosted.forEach(record -> usage.record(BOREAL, record));
        hosted.reversed().forEach(record -> usage.record(ALBA, Samples.asHome(record, ACME)));
    }

    /** Use of Boreal's site, a record a day, that only one of the two metered. */
    public void onlyBy(OperatorId operator, BilledMonth month, String instance, String... seconds) {
        hosted(month, instance, Technology.OPENSTACK, Meter.VCPU, seconds)
                .forEach(record ->
                        usage.record(operator, operator.equals(ALBA) ? Samples.asHome(record, ACME) : record));
    }

    /** An hour past the end: both have metered all of it and countersigned the only report. */
    public void end(BilledMonth month) {
        clock.moveTo(month.window().to().plus(Duration.ofHours(1)));
        usage.meteredUpTo(ALBA, month.window().to());
        usage.meteredUpTo(BOREAL, month.window().to());
        usage.report(month.id(), month.window());
    }

    private static List<UsageRecord> hosted(
            BilledMonth month, String instance, Technology technology, Meter meter, String... seconds) {
        List<UsageRecord> records = new ArrayList<>();
        for (int day = 0; day < seconds.length; day++) {
            records.add(Samples.hosted(month.id(), instance, technology, month.day(day), seconds(meter, seconds[day])));
        }
        return records;
    }
}
