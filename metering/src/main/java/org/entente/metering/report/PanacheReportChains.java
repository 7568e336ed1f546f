package org.entente.metering.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

@ApplicationScoped
class PanacheReportChains implements PanacheRepositoryBase<ReportChainEntity, String> {

    /** The chain, locked until the transaction ends, begun where there is none yet. */
    ReportChainEntity locked(AgreementId agreement) {
        begin(agreement);
        return findByIdOptional(agreement.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow();
    }

    /** As {@link #locked}, but nothing while another transaction has it. */
    Optional<ReportChainEntity> lockedIfFree(AgreementId agreement) {
        begin(agreement);
        return find("agreement", agreement.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    /** Up to which position the records under an agreement are reported, read without a lock. */
    long lastPosition(AgreementId agreement) {
        return getEntityManager()
                .createQuery("select lastPosition from ReportChainEntity where agreement = ?1", Long.class)
                .setParameter(1, agreement.value())
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** An empty chain says nothing yet, so it does not matter which of two transactions began it. */
    private void begin(AgreementId agreement) {
        getEntityManager()
                .createNativeQuery("""
                        insert into metering.report_chain (agreement, last_number, last_position, version)
                        values (?1, 0, 0, 0) on conflict do nothing
                        """)
                .setParameter(1, agreement.value())
                .executeUpdate();
    }
}
