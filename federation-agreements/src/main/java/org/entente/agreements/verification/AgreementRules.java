package org.entente.agreements.verification;

import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.AgreementRejection;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.AgreementWithdrawal;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.terms.AgreementTerms;

/**
 * An agreement version: signed by both, and the next after the one that it builds on. One that only its proposer signed is
 * a proposal: what became of it may stand in the other documents, but none may build on it as if both had signed.
 */
record AgreementRules(PaperTrail trail, Checked file) {
    void check(VerifiedDocument<?> document, AgreementVersion version) {
        AgreementTerms terms = version.terms();
        if (document.signers().size() == 2 || isTakenForSigned(document)) {
            PaperTrail.bothSigned(
                    file, document, "version " + terms.version() + " of " + terms.agreement() + " binds both");
        } else {
            proposal(document);
        }
        Set<OperatorId> parties =
                Set.of(document.document().issuer(), document.document().audience());
        if (!parties.equals(Set.of(terms.host(), terms.home()))) {
            file.broken("AGREEMENT_PARTIES_WRONG", "its issuer and audience are not the parties of its terms");
        }
        Optional<AgreementTerms> previous = version.replaces()
                .flatMap(hash -> trail.body(hash, AgreementVersion.class))
                .map(AgreementVersion::terms);
        if (previous.isPresent()) {
            follows(previous.get(), terms);
        } else if (terms.version() > 1) {
            file.open("the version before it is not among the files");
        }
    }

    private void proposal(VerifiedDocument<?> document) {
        Optional<String> fate = trail.buildingOn(document.hash()).stream()
                .flatMap(later -> fate(later).stream())
                .findFirst();
        String alone = "only " + document.document().issuer() + " signed it, so it is a proposal and binds nobody";
        if (fate.isPresent()) {
            file.proved(alone + "; it was " + fate.get());
        } else {
            file.open(alone + "; nothing among the files says what became of it");
        }
    }

    private static Optional<String> fate(VerifiedDocument<?> later) {
        return switch (later.body()) {
            case AgreementRejection rejection ->
                Optional.of("rejected by " + later.document().issuer());
            case AgreementWithdrawal withdrawal ->
                Optional.of("withdrawn by " + later.document().issuer());
            case AgreementVersion next ->
                Optional.of(
                        "followed by another proposal of " + later.document().issuer());
            default -> Optional.empty();
        };
    }

    /** Whether another document here stands on it as on an agreement. */
    private boolean isTakenForSigned(VerifiedDocument<?> document) {
        return trail.buildingOn(document.hash()).stream().anyMatch(later -> switch (later.body()) {
            case AgreementVersion next ->
                next.replaces().filter(document.hash()::equals).isPresent();
            case AgreementRejection rejection -> false;
            case AgreementWithdrawal withdrawal -> false;
            default -> true;
        });
    }

    private void follows(AgreementTerms previous, AgreementTerms terms) {
        if (!previous.agreement().equals(terms.agreement()) || previous.version() >= terms.version()) {
            file.broken(
                    "AGREEMENT_VERSION_WRONG",
                    "it builds on version " + previous.version() + " of " + previous.agreement());
        } else if (!previous.host().equals(terms.host()) || !previous.home().equals(terms.home())) {
            file.broken("AGREEMENT_PARTIES_CHANGED", "its parties are not those of the version before");
        } else {
            file.proved("builds on version " + previous.version() + " with the same parties");
        }
    }
}
