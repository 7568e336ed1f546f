package org.entente.agreements.life;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.Notice;
import org.entente.agreements.agreement.Standing;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.language.OperatorId;

/**
 * What a notice must keep to, whoever gives it.
 *
 * @param given when its issuer signed it, by which both sides judge its times
 */
record NoticeRules(AgreementHistory history, Duration noticeMin, Instant given) {
    private static final int REASON_MAX = 500;
    private static final Duration BETWEEN_GIVING_AND_SIGNING_MAX = Duration.ofMinutes(1);

    /** A rule that a notice breaks. */
    record Violation(AgreementProblem code, String sentence) {}

    Optional<Violation> violatedBy(AgreementNotice notice, OperatorId issuer) {
        if (notice.reason().isBlank() || notice.reason().length() > REASON_MAX) {
            return broken(AgreementProblem.NOTICE_REASON_WRONG, "A reason has 1 to " + REASON_MAX + " characters");
        }
        int last = history.notices().stream()
                .filter(earlier -> earlier.by().equals(issuer))
                .mapToInt(earlier -> earlier.notice().number())
                .max()
                .orElse(0);
        if (notice.number() <= last) {
            return broken(AgreementProblem.NOTICE_NUMBER_WRONG, issuer + " has given notice " + last + " already");
        }
        Optional<Standing> standing = history.standing(given);
        if (standing.filter(one -> one instanceof Standing.Ended).isPresent()) {
            return broken(AgreementProblem.AGREEMENT_ENDED, standing.get().sentence());
        }
        return switch (notice) {
            case AgreementNotice.Suspension suspension ->
                isSuspendedBy(issuer)
                        ? broken(AgreementProblem.NOTICE_SUSPENDED_ALREADY, issuer + " has suspended it already")
                        : now(notice);
            case AgreementNotice.Resumption resumption ->
                isSuspendedBy(issuer)
                        ? now(notice)
                        : broken(AgreementProblem.NOTICE_NOT_SUSPENDED, issuer + " has not suspended it");
            case AgreementNotice.Termination termination -> inTime(termination, issuer);
        };
    }

    private boolean isSuspendedBy(OperatorId issuer) {
        return history.suspensionBy(issuer, given).isPresent();
    }

    /** Suspension and resumption hold from when they are given: nobody can suspend the past. */
    private Optional<Violation> now(AgreementNotice notice) {
        boolean isNow =
                !notice.from().isAfter(given) && !notice.from().isBefore(given.minus(BETWEEN_GIVING_AND_SIGNING_MAX));
        return isNow
                ? Optional.empty()
                : broken(AgreementProblem.NOTICE_TIME_WRONG, "It must hold from when it was given, " + given);
    }

    private Optional<Violation> inTime(AgreementNotice.Termination termination, OperatorId issuer) {
        boolean again = history.notices().stream()
                .map(Notice::notice)
                .anyMatch(earlier -> earlier instanceof AgreementNotice.Termination
                        && !termination.from().isBefore(earlier.from()));
        if (again) {
            return broken(AgreementProblem.NOTICE_TERMINATED_ALREADY, "It ends no later by notice given already");
        }
        return termination.from().isBefore(given.plus(noticeMin))
                ? broken(
                        AgreementProblem.NOTICE_TOO_SHORT,
                        "Notice must be given " + noticeMin.toDays() + " days before the end, but " + issuer
                                + " gave it at " + given)
                : Optional.empty();
    }

    private static Optional<Violation> broken(AgreementProblem code, String sentence) {
        return Optional.of(new Violation(code, sentence));
    }
}
