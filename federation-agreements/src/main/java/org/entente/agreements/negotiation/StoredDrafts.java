package org.entente.agreements.negotiation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;

/** Moves that wait for a second person, in PostgreSQL. Every method runs in the caller's transaction. */
@ApplicationScoped
public class StoredDrafts implements PanacheRepositoryBase<DraftEntity, String> {
    Optional<DraftEntity> waiting(AgreementId agreement) {
        return findByIdOptional(agreement.value());
    }

    void dropLapsed(Instant now) {
        delete("answerBy <= ?1", now);
    }
}
