package org.entente.broker.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;

/** The offers that we received. */
@ApplicationScoped
class ReceivedOffers implements PanacheRepositoryBase<ReceivedOfferEntity, String> {
    private static final String HEADS =
            "select o.agreement, o.host, o.version, o.expiresAt from ReceivedOfferEntity o order by o.agreement";

    /**
     * An offer without what it offers.
     *
     * @param version grows with each offer that we take under the agreement
     */
    record Head(AgreementId agreement, OperatorId host, int version, Instant expiresAt) {}

    /** Of every offer, in the order of agreements. */
    List<Head> heads() {
        return getEntityManager().createQuery(HEADS, Tuple.class).getResultList().stream()
                .map(row -> new Head(
                        new AgreementId(row.get(0, String.class)),
                        new OperatorId(row.get(1, String.class)),
                        row.get(2, Integer.class),
                        row.get(3, Instant.class)))
                .toList();
    }

    Optional<Head> head(AgreementId agreement) {
        return heads().stream()
                .filter(head -> head.agreement().equals(agreement))
                .findFirst();
    }
}
