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

    /** The chain, locked until the transaction ends. Fails where another transaction begins it at the same time. */
    ReportChainEntity locked(AgreementId agreement) {
        return findByIdOptional(agreement.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseGet(() -> begin(agreement));
    }

    /** The chain, locked until the transaction ends, or nothing while another transaction has it. */
    Optional<ReportChainEntity> lockedIfFree(AgreementId agreement) {
        Optional<ReportChainEntity> free = find("agreement", agreement.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
        return free.isPresent() || count("agreement", agreement.value()) > 0 ? free : Optional.of(begin(agreement));
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

    private ReportChainEntity begin(AgreementId agreement) {
        ReportChainEntity chain = ReportChainEntity.begin(agreement);
        persistAndFlush(chain);
        return chain;
    }
}
