package org.entente.agreements.verification;

import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.terms.AgreementTerms;

/** An agreement version: signed by both, and the next after the one that it builds on. */
record AgreementRules(PaperTrail trail, Checked file) {
    void check(VerifiedDocument<?> document, AgreementVersion version) {
        AgreementTerms terms = version.terms();
        PaperTrail.bothSigned(
                file, document, "version " + terms.version() + " of " + terms.agreement() + " binds both");
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
