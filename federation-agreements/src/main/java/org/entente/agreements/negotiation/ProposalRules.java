package org.entente.agreements.negotiation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.CapacityInUse.InUse;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.agreement.Standing;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.Quota;

/**
 * What a proposed version must keep to, whoever proposes it. Both sides check it, each by its own clock.
 *
 * @param history what both signed and declared so far
 * @param inUse what runs under the agreement on our sites
 * @param answerWithinMax how far ahead the deadline may be
 */
record ProposalRules(AgreementHistory history, InUse inUse, Duration answerWithinMax) {
    /** A rule that a proposal breaks. */
    record Violation(AgreementProblem code, String sentence) {}

    /** The first rule that a proposal between these two parties breaks, if any. */
    Optional<Violation> violatedBy(AgreementVersion proposal, Set<OperatorId> parties, Instant now) {
        AgreementTerms terms = proposal.terms();
        if (!parties.equals(Set.of(terms.host(), terms.home()))) {
            return broken(AgreementProblem.AGREEMENT_PARTIES_WRONG, "The parties must be " + parties);
        }
        Optional<SignedAgreement> last = history.versions().isEmpty()
                ? Optional.empty()
                : Optional.of(history.versions().getLast());
        return numbering(proposal, last)
                .or(() -> last.flatMap(previous -> amendment(proposal, previous.terms(), now)))
                .or(() -> times(proposal, now))
                .or(() -> quota(terms.quota()));
    }

    /** Why a version may not be accepted any more, although it could be proposed. */
    Optional<Violation> hindrance(AgreementTerms terms, Instant now) {
        return ended(now).or(() -> quota(terms.quota()));
    }

    private static Optional<Violation> numbering(AgreementVersion proposal, Optional<SignedAgreement> last) {
        int signed = last.map(previous -> previous.terms().version()).orElse(0);
        int number = proposal.terms().version();
        String next = "The next version of " + proposal.terms().agreement() + " is " + (signed + 1);
        if (number <= signed) {
            return broken(AgreementProblem.AGREEMENT_VERSION_EXISTS, next);
        }
        if (number > signed + 1) {
            return broken(AgreementProblem.AGREEMENT_VERSION_GAP, next);
        }
        Optional<DocumentHash> expected = last.map(SignedAgreement::hash);
        return proposal.replaces().equals(expected)
                ? Optional.empty()
                : broken(
                        AgreementProblem.AGREEMENT_REPLACES_WRONG,
                        "The version must replace "
                                + expected.map(DocumentHash::value).orElse("nothing"));
    }

    private Optional<Violation> amendment(AgreementVersion proposal, AgreementTerms previous, Instant now) {
        AgreementTerms terms = proposal.terms();
        if (!terms.host().equals(previous.host()) || !terms.home().equals(previous.home())) {
            return broken(AgreementProblem.AGREEMENT_PARTIES_CHANGED, "A new version cannot change the parties");
        }
        if (!terms.rateCard().currency().equals(previous.rateCard().currency())) {
            return broken(
                    AgreementProblem.AGREEMENT_CURRENCY_CHANGED,
                    "A new version cannot change the currency from "
                            + previous.rateCard().currency() + ": that takes a new agreement");
        }
        if (terms.validity().from().isBefore(now)) {
            return broken(
                    AgreementProblem.AGREEMENT_EFFECTIVE_IN_PAST,
                    "A new version cannot take effect in the past, at "
                            + terms.validity().from());
        }
        if (proposal.answerBy().isAfter(terms.validity().from())) {
            return broken(
                    AgreementProblem.AGREEMENT_EFFECTIVE_BEFORE_ANSWER,
                    "A new version must be answered before it takes effect, so by "
                            + terms.validity().from());
        }
        return ended(now);
    }

    private Optional<Violation> ended(Instant now) {
        return history.standing(now)
                .filter(standing -> standing instanceof Standing.Ended)
                .flatMap(standing -> broken(AgreementProblem.AGREEMENT_ENDED, standing.sentence()));
    }

    private Optional<Violation> times(AgreementVersion proposal, Instant now) {
        if (!proposal.terms().validity().to().isAfter(now)) {
            return broken(
                    AgreementProblem.AGREEMENT_VALIDITY_PAST,
                    "It would end in the past, at "
                            + proposal.terms().validity().to());
        }
        if (proposal.answerBy().isAfter(now.plus(answerWithinMax))) {
            return broken(
                    AgreementProblem.AGREEMENT_DEADLINE_TOO_FAR,
                    "A proposal can stay on the table for " + answerWithinMax.toDays() + " days at most");
        }
        return Optional.empty();
    }

    private Optional<Violation> quota(Quota quota) {
        if (quota.instances() < inUse.instances()) {
            return tooSmall(quota.instances() + " instances", inUse.instances() + " run");
        }
        if (isLess(quota.vcpu(), inUse.vcpu())) {
            return tooSmall(quota.vcpu().toPlainString() + " vCPU", inUse.vcpu().toPlainString() + " are held");
        }
        if (isLess(quota.memoryGib(), inUse.memoryGib())) {
            return tooSmall(
                    quota.memoryGib().toPlainString() + " GiB of memory",
                    inUse.memoryGib().toPlainString() + " are held");
        }
        return Optional.empty();
    }

    private static boolean isLess(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) < 0;
    }

    private static Optional<Violation> tooSmall(String quota, String used) {
        return broken(
                AgreementProblem.AGREEMENT_QUOTA_IN_USE, "The quota of " + quota + " is below what is in use: " + used);
    }

    private static Optional<Violation> broken(AgreementProblem code, String sentence) {
        return Optional.of(new Violation(code, sentence));
    }
}
