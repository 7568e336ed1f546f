package org.entente.agreements.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.OperatorId;
import org.jspecify.annotations.Nullable;

/** One notice about an agreement, ours or the partner's. */
@Entity
@Table(schema = "agreements", name = "agreement_notice")
@IdClass(NoticeEntity.Key.class)
class NoticeEntity {
    record Key(String agreement, String issuer, int number) implements java.io.Serializable {}

    @Id
    String agreement;

    @Id
    String issuer;

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    NoticeState state;

    Instant effectiveFrom;
    String document;
    String documentHash;

    /** Why the partner's broker did not take it. */
    @Nullable String refusal;

    Instant changedAt;

    @Version
    int version;

    /** What a notice declares. */
    enum Kind {
        SUSPENSION,
        RESUMPTION,
        TERMINATION;

        static Kind of(AgreementNotice notice) {
            return switch (notice) {
                case AgreementNotice.Suspension suspension -> SUSPENSION;
                case AgreementNotice.Resumption resumption -> RESUMPTION;
                case AgreementNotice.Termination termination -> TERMINATION;
            };
        }
    }

    Notice notice() {
        return new Notice(new OperatorId(issuer), (AgreementNotice)
                DocumentCodec.read(SignedDocumentJson.read(document).payloadBytes())
                        .body());
    }
}
