package org.entente.billing.closing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.problem.ProblemException;
import org.entente.billing.request.BillingProblem;

/** The periods that somebody asked to close. */
@ApplicationScoped
class Periods implements PanacheRepositoryBase<PeriodEntity, String> {
    private static final int OPEN_AT_ONCE_MAX = 120;
    private static final String NEW_PERIOD = "insert into billing.period (period, requested_at, version)"
            + " values (?1, ?2, 0) on conflict (period) do nothing";
    private static final String NEW_REQUEST = "insert into billing.close_request"
            + " (idempotency_key, period, requested_by, requested_at) values (?1, ?2, ?3, ?4)"
            + " on conflict (idempotency_key) do nothing";

    @Transactional
    Optional<Closing> find(YearMonth period) {
        return findByIdOptional(period.toString()).map(Periods::closing);
    }

    /** The periods that are not closed yet, the oldest first. */
    @Transactional
    List<Closing> closing() {
        return find("closedAt is null order by period").page(Page.ofSize(OPEN_AT_ONCE_MAX)).stream()
                .map(Periods::closing)
                .toList();
    }

    /**
     * Stores a request once for its key. A new key opens a closed period again, so that what was refused meanwhile is
     * stated anew.
     */
    @Transactional
    void request(YearMonth period, String key, String user, Instant now) {
        getEntityManager()
                .createNativeQuery(NEW_PERIOD)
                .setParameter(1, period.toString())
                .setParameter(2, now)
                .executeUpdate();
        int added = getEntityManager()
                .createNativeQuery(NEW_REQUEST)
                .setParameter(1, key)
                .setParameter(2, period.toString())
                .setParameter(3, user)
                .setParameter(4, now)
                .executeUpdate();
        if (added == 1) {
            PeriodEntity row = locked(period);
            row.requestedAt = now;
            row.closedAt = null;
        } else {
            checkSamePeriod(period, key);
        }
    }

    void tenantsInvoiced(YearMonth period, Instant now) {
        locked(period).tenantsInvoicedAt = now;
    }

    /** Closes a period, unless somebody asked for it once more since it was looked at: then there may be more to do. */
    @Transactional
    void closed(Closing seen, Instant now) {
        PeriodEntity row = locked(seen.period());
        if (row.requestedAt.equals(seen.requestedAt())) {
            row.closedAt = now;
        }
    }

    /** The period's row, locked until the transaction ends, as it stands now. */
    PeriodEntity locked(YearMonth period) {
        PeriodEntity row = findById(period.toString(), LockModeType.PESSIMISTIC_WRITE);
        getEntityManager().refresh(row);
        return row;
    }

    private void checkSamePeriod(YearMonth period, String key) {
        CloseRequestEntity before = getEntityManager().find(CloseRequestEntity.class, key);
        if (!before.period.equals(period.toString())) {
            throw new ProblemException(
                    BillingProblem.IDEMPOTENCY_KEY_REUSED,
                    "The idempotency key was used before, to close " + before.period);
        }
    }

    private static Closing closing(PeriodEntity row) {
        return new Closing(
                YearMonth.parse(row.period),
                row.requestedAt,
                Optional.ofNullable(row.tenantsInvoicedAt),
                Optional.ofNullable(row.closedAt));
    }
}
