package org.entente.agreements.signing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;

/** Which partners confirmed which keys of ours. */
@ApplicationScoped
public class Confirmations implements PanacheRepositoryBase<ConfirmationEntity, ConfirmationKey> {
    private static final int REFUSAL_MAX = 500;

    @Transactional(TxType.MANDATORY)
    public void asked(String keyId, OperatorId partner, Instant now) {
        ConfirmationEntity entity = new ConfirmationEntity();
        entity.keyId = keyId;
        entity.partner = partner.value();
        entity.askedAt = now;
        persist(entity);
    }

    @Transactional(TxType.MANDATORY)
    public void confirmed(String keyId, OperatorId partner, Instant now) {
        findByIdOptional(new ConfirmationKey(keyId, partner.value())).ifPresent(entity -> entity.confirmedAt = now);
    }

    @Transactional(TxType.MANDATORY)
    public void refused(String keyId, OperatorId partner, String sentence) {
        findByIdOptional(new ConfirmationKey(keyId, partner.value()))
                .ifPresent(entity -> entity.refusal = sentence.substring(0, Math.min(sentence.length(), REFUSAL_MAX)));
    }

    @Transactional
    public List<Confirmation> of(String keyId) {
        return list("keyId = ?1 order by partner", keyId).stream()
                .map(entity -> new Confirmation(
                        new OperatorId(entity.partner),
                        entity.askedAt,
                        Optional.ofNullable(entity.confirmedAt),
                        Optional.ofNullable(entity.refusal)))
                .toList();
    }

    /** The keys that this partner was asked for and has not confirmed yet. */
    List<String> open(OperatorId partner) {
        return list("partner = ?1 and confirmedAt is null", partner.value()).stream()
                .map(entity -> entity.keyId)
                .toList();
    }
}
