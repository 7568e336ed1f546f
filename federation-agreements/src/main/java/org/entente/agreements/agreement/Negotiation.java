package org.entente.agreements.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.exchange.Parties;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.Partners;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.terms.AgreementTerms;

/** Proposing and accepting: the host proposes a version, the home operator signs the same bytes. */
@ApplicationScoped
public class Negotiation {
    private final StoredAgreements agreements;
    private final Partners partners;
    private final Parties parties;
    private final Outbox outbox;
    private final InstantSource clock;

    Negotiation(StoredAgreements agreements, Partners partners, Parties parties, Outbox outbox, InstantSource clock) {
        this.agreements = agreements;
        this.partners = partners;
        this.parties = parties;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Signs a version as its host and sends it to the home operator. */
    @Transactional
    AgreementEntity propose(AgreementTerms terms) {
        List<AgreementEntity> earlier = agreements.versions(terms.agreement());
        partners.usable(terms.home());
        check(terms, earlier);
        List<DocumentHash> previous =
                earlier.isEmpty() ? List.of() : List.of(new DocumentHash(earlier.getLast().documentHash));
        VerifiedDocument<AgreementVersion> proposal = outbox.send(
                terms.home(), new AgreementVersion(terms, terms.validity().to()), previous);
        agreements.add(proposal, AgreementState.PROPOSED, clock.instant());
        return agreements.withBytesOf(proposal);
    }

    /** Signs the waiting version as the home operator and sends it back. Accepting again changes nothing. */
    @Transactional
    AgreementEntity accept(AgreementId agreement) {
        AgreementEntity waiting = agreements.versions(agreement).stream()
                .filter(version -> version.state != AgreementState.PROPOSED)
                .reduce((one, next) -> next)
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.AGREEMENT_NOT_WAITING, "Nobody has proposed " + agreement + " to us"));
        if (waiting.state != AgreementState.RECEIVED) {
            return waiting;
        }
        Partner host = partners.usable(new OperatorId(waiting.host));
        VerifiedDocument<?> signed = parties.verify(parties.countersign(waiting.signed()), host);
        waiting.document = SignedDocumentJson.write(signed.signed());
        waiting.state = AgreementState.ACCEPTING;
        waiting.changedAt = clock.instant();
        outbox.forward(host.operator(), signed);
        return waiting;
    }

    private static void check(AgreementTerms terms, List<AgreementEntity> earlier) {
        if (terms.version() != earlier.size() + 1) {
            throw new ProblemException(
                    AgreementProblem.AGREEMENT_VERSION_EXISTS,
                    terms.agreement() + " has " + earlier.size() + " versions, so the next is " + (earlier.size() + 1));
        }
        if (earlier.isEmpty()) {
            return;
        }
        AgreementEntity last = earlier.getLast();
        if (last.state != AgreementState.SIGNED) {
            throw new ProblemException(
                    AgreementProblem.AGREEMENT_VERSION_EXISTS,
                    "Version " + last.number + " of " + terms.agreement() + " still waits for an answer");
        }
        if (!last.host.equals(terms.host().value())
                || !last.home.equals(terms.home().value())) {
            throw new ProblemException(
                    AgreementProblem.AGREEMENT_PARTIES_CHANGED, "A new version cannot change the parties");
        }
    }
}
