package org.entente.agreements.negotiation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;

/** The negotiations in PostgreSQL. Every method runs in the caller's transaction. */
@ApplicationScoped
public class StoredNegotiations implements PanacheRepositoryBase<NegotiationEntity, String> {
    private static final String LAPSED = """
            select n.* from agreements.negotiation n
            where n.state in ('PROPOSED', 'RECEIVED') and n.answer_by <= :now
            order by n.answer_by limit :most for update skip locked""";

    /** The negotiation, which nobody else can change until the transaction ends. */
    Optional<NegotiationEntity> locked(AgreementId agreement) {
        return Optional.ofNullable(findById(agreement.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Some negotiations whose deadline has passed, locked. */
    List<NegotiationEntity> lapsed(Instant now, int most) {
        List<?> rows = getEntityManager()
                .createNativeQuery(LAPSED, NegotiationEntity.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(NegotiationEntity.class::cast).toList();
    }
}
