package org.entente.agreements.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.terms.AgreementTerms;

/** One version of an agreement. */
@Entity
@Table(schema = "agreements", name = "agreement_version")
@IdClass(AgreementEntity.Key.class)
class AgreementEntity {
    record Key(String agreement, int number) implements java.io.Serializable {}

    @Id
    String agreement;

    @Id
    int number;

    String host;
    String home;

    @Enumerated(EnumType.STRING)
    AgreementState state;

    String document;
    String documentHash;
    Instant changedAt;

    @Version
    int version;

    SignedDocument signed() {
        return SignedDocumentJson.read(document);
    }

    AgreementTerms terms() {
        return ((AgreementVersion) DocumentCodec.read(signed().payloadBytes()).body()).terms();
    }

    SignedAgreement signedAgreement() {
        return new SignedAgreement(terms(), new DocumentHash(documentHash));
    }
}
