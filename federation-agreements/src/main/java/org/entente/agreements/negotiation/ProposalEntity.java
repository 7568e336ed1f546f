package org.entente.agreements.negotiation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.jspecify.annotations.Nullable;

/** A version that was proposed, by either side. Rounds count all proposals under the agreement that this side knows. */
@Entity
@Table(schema = "agreements", name = "proposal")
class ProposalEntity {
    @Id
    String hash;

    String agreement;
    int number;
    int round;
    String proposer;
    String document;
    Instant proposedAt;

    /** What became of it; absent while it is on the table or on its way. */
    @Enumerated(EnumType.STRING)
    @Nullable Closing closing;

    @Nullable String reason;

    @Nullable Instant closedAt;

    @Version
    int version;

    SignedDocument signed() {
        return SignedDocumentJson.read(document);
    }

    AgreementVersion proposed() {
        return (AgreementVersion) DocumentCodec.read(signed().payloadBytes()).body();
    }
}
