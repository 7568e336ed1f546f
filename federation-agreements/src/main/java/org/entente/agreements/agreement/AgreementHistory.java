package org.entente.agreements.agreement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Window;

/**
 * Everything that both parties signed and declared under one agreement. What holds at an instant follows from these
 * documents alone, so both operators, and a third party years later, come to the same answer.
 *
 * @param versions the versions that both signed, by number; a later one replaces the earlier from its first instant on
 * @param notices the notices of both parties, each party's by number
 */
public record AgreementHistory(List<SignedAgreement> versions, List<Notice> notices) {
    public AgreementHistory {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(version -> version.terms().version()))
                .toList();
        notices = List.copyOf(notices);
    }

    /**
     * The version whose prices and terms apply at an instant, also to what still runs while the agreement is suspended or
     * after it ended. Nothing before the first version begins.
     */
    public Optional<SignedAgreement> versionAt(Instant instant) {
        return versions.stream()
                .filter(version -> !instant.isBefore(validity(version).from()))
                .reduce((earlier, later) -> later);
    }

    /** How the agreement stands at an instant, or nothing where no version was ever signed. */
    public Optional<Standing> standing(Instant instant) {
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Optional<Notice> end = end();
        if (end.filter(notice -> !instant.isBefore(notice.notice().from())).isPresent()) {
            return end.map(notice -> new Standing.Ended(
                    notice.by(), notice.notice().from(), notice.notice().reason()));
        }
        return Optional.of(versionAt(instant)
                .map(version -> standing(version, end, instant))
                .orElseGet(() -> new Standing.NotYet(versions.stream()
                        .map(version -> validity(version).from())
                        .min(Comparator.naturalOrder())
                        .orElseThrow())));
    }

    private Standing standing(SignedAgreement version, Optional<Notice> end, Instant instant) {
        if (!instant.isBefore(validity(version).to())) {
            return new Standing.Expired(validity(version).to());
        }
        return suspensions(version, instant)
                .min(Comparator.comparing(suspension -> suspension.notice().from()))
                .<Standing>map(suspension -> new Standing.Suspended(
                        version,
                        suspension.by(),
                        suspension.notice().from(),
                        suspension.notice().reason()))
                .or(() -> end.map(notice -> new Standing.Ending(
                        version,
                        notice.by(),
                        notice.notice().from(),
                        notice.notice().reason())))
                .orElseGet(() -> new Standing.InForce(version));
    }

    /** The earliest end that a party gave notice of. */
    private Optional<Notice> end() {
        return notices.stream()
                .filter(notice -> notice.notice() instanceof AgreementNotice.Termination)
                .min(Comparator.comparing(notice -> notice.notice().from()));
    }

    private Stream<Notice> suspensions(SignedAgreement version, Instant instant) {
        return Stream.of(version.terms().host(), version.terms().home())
                .flatMap(party -> suspensionBy(party, instant).stream());
    }

    /** The suspension by a party that holds at an instant: its latest word on the matter, if that is a suspension. */
    public Optional<Notice> suspensionBy(OperatorId party, Instant instant) {
        return notices.stream()
                .filter(notice -> notice.by().equals(party))
                .filter(notice -> !(notice.notice() instanceof AgreementNotice.Termination))
                .filter(notice -> !instant.isBefore(notice.notice().from()))
                .max(Comparator.comparingInt(notice -> notice.notice().number()))
                .filter(notice -> notice.notice() instanceof AgreementNotice.Suspension);
    }

    private static Window validity(SignedAgreement version) {
        return version.terms().validity();
    }
}
