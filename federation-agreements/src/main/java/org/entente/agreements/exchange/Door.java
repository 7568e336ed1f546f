package org.entente.agreements.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentException;
import org.entente.agreements.document.DocumentType;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.Partners;
import org.entente.agreements.problem.ProblemException;

/** Checks everything about a document that arrives before any of it is believed or stored. */
@ApplicationScoped
public class Door {
    private final Partners partners;
    private final Parties parties;
    private final Inbox inbox;
    private final InstantSource clock;
    private final ExchangeConfig config;

    Door(Partners partners, Parties parties, Inbox inbox, InstantSource clock, ExchangeConfig config) {
        this.partners = partners;
        this.parties = parties;
        this.inbox = inbox;
        this.clock = clock;
        this.config = config;
    }

    /** The signed answer to a document that this partner's broker handed in. */
    String enter(OperatorId sender, String text) {
        Partner partner = partners.open(sender);
        VerifiedDocument<?> received = verified(partner, text);
        checkParties(sender, received);
        if (!partner.state().takes(DocumentType.of(received.body()))) {
            throw Partners.closed(partner);
        }
        Optional<String> earlier = inbox.earlierAnswer(sender, received);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        checkKeys(partner, received);
        checkTime(received.document());
        try {
            return inbox.accept(sender, received);
        } catch (PersistenceException twice) {
            // Another delivery of the same document may have been quicker: then its answer is there now.
            return inbox.earlierAnswer(sender, received).orElseThrow(() -> twice);
        }
    }

    private VerifiedDocument<?> verified(Partner partner, String text) {
        try {
            return parties.verify(SignedDocumentJson.read(text), partner);
        } catch (DocumentException wrong) {
            throw new ProblemException(problem(wrong.code()), wrong.code() + ": " + wrong.getMessage(), wrong);
        }
    }

    private static ExchangeProblem problem(DocumentException.Code code) {
        return switch (code) {
            case SIGNATURE_KEY_UNKNOWN -> ExchangeProblem.SIGNATURE_KEY_UNKNOWN;
            case SIGNATURE_KEY_NOT_IN_USE -> ExchangeProblem.SIGNATURE_KEY_NOT_IN_USE;
            case SIGNATURE_KEY_REVOKED -> ExchangeProblem.SIGNATURE_KEY_REVOKED;
            case DOCUMENT_MALFORMED,
                    DOCUMENT_INVALID,
                    DOCUMENT_TYPE_UNKNOWN,
                    SIGNATURE_HEADER_REFUSED,
                    SIGNATURE_WRONG,
                    SIGNATURE_MISSING -> ExchangeProblem.DOCUMENT_REFUSED;
        };
    }

    private void checkParties(OperatorId sender, VerifiedDocument<?> received) {
        Document<?> document = received.document();
        boolean theirs = document.issuer().equals(sender) && document.audience().equals(parties.self());
        boolean oursCountersigned =
                document.issuer().equals(parties.self()) && document.audience().equals(sender);
        if (!theirs && !oursCountersigned) {
            throw new ProblemException(
                    ExchangeProblem.AUDIENCE_WRONG,
                    "This document is from " + document.issuer() + " to " + document.audience() + ", but " + sender
                            + " handed it in at " + parties.self());
        }
        if (!received.signers().contains(sender)) {
            throw new ProblemException(ExchangeProblem.CALLER_DID_NOT_SIGN, sender + " did not sign this document");
        }
    }

    /** Whoever has a revoked key can write any time into a document: nothing new is taken that it signed. */
    private static void checkKeys(Partner partner, VerifiedDocument<?> received) {
        for (SignedDocument.Signature signature : received.signed().signatures()) {
            if (partner.keys()
                    .key(DocumentVerifier.keyId(signature))
                    .flatMap(PublishedKey::revokedFrom)
                    .isPresent()) {
                throw new ProblemException(
                        ExchangeProblem.SIGNATURE_KEY_REVOKED,
                        "The key that signed was revoked: nothing new is taken that it signed");
            }
        }
    }

    private void checkTime(Document<?> document) {
        Instant now = clock.instant();
        if (document.issuedAt().isAfter(now.plus(config.clockSkewMax()))) {
            throw new ProblemException(
                    ExchangeProblem.DOCUMENT_FROM_THE_FUTURE,
                    "The document says it was issued at " + document.issuedAt() + ", but it is " + now + " here");
        }
        if (document.issuedAt().isBefore(now.minus(config.ageMax()))) {
            throw new ProblemException(
                    ExchangeProblem.DOCUMENT_TOO_OLD, "The document was issued at " + document.issuedAt());
        }
    }
}
