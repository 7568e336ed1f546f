package org.entente.agreements.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;

/** Notices about agreements in PostgreSQL. */
@ApplicationScoped
public class StoredNotices implements PanacheRepositoryBase<NoticeEntity, NoticeEntity.Key> {
    /** A notice with how far it has come. */
    public record KeptNotice(Notice notice, NoticeState state, String refusal) {}

    /** Keeps a notice that was given or received, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void add(VerifiedDocument<? extends AgreementNotice> document, NoticeState state, Instant now) {
        AgreementNotice notice = document.body();
        NoticeEntity entity = new NoticeEntity();
        entity.agreement = notice.agreement().value();
        entity.issuer = document.document().issuer().value();
        entity.number = notice.number();
        entity.kind = NoticeEntity.Kind.of(notice);
        entity.state = state;
        entity.effectiveFrom = notice.from();
        entity.document = SignedDocumentJson.write(document.signed());
        entity.documentHash = document.hash().value();
        entity.changedAt = now;
        persistAndFlush(entity);
    }

    /** Takes in what the partner answered to a notice of ours. */
    @Transactional(TxType.MANDATORY)
    public void answered(OperatorId issuer, AgreementNotice notice, NoticeState state, String refusal) {
        NoticeEntity entity =
                findById(new NoticeEntity.Key(notice.agreement().value(), issuer.value(), notice.number()));
        entity.state = state;
        entity.refusal = refusal.isEmpty() ? null : refusal;
    }

    /** The number of a party's next notice. */
    @Transactional(TxType.MANDATORY)
    public int nextNumber(AgreementId agreement, OperatorId issuer) {
        return (int) count("agreement = ?1 and issuer = ?2", agreement.value(), issuer.value()) + 1;
    }

    /** All notices under an agreement, in the order of their effect. */
    @Transactional
    public List<KeptNotice> under(AgreementId agreement) {
        return list("agreement", Sort.by("effectiveFrom").and("issuer").and("number"), agreement.value()).stream()
                .map(entity ->
                        new KeptNotice(entity.notice(), entity.state, entity.refusal == null ? "" : entity.refusal))
                .toList();
    }

    List<Notice> thatCount(AgreementId agreement) {
        return under(agreement).stream()
                .filter(kept -> kept.state() != NoticeState.REFUSED)
                .map(KeptNotice::notice)
                .toList();
    }
}
