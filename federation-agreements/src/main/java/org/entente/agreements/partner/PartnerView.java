package org.entente.agreements.partner;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A partner as people see it. */
record PartnerView(
        String operator,
        String name,
        String country,
        URI url,
        String state,
        Optional<String> stateReason,
        String theirs,
        Optional<String> theirsReason,
        String fingerprint,
        Instant invitedAt,
        Optional<Instant> confirmedAt) {
    static PartnerView of(Partner partner) {
        return new PartnerView(
                partner.operator().value(),
                partner.name(),
                partner.country(),
                partner.url(),
                partner.state().name().toLowerCase(Locale.ROOT),
                partner.stateReason(),
                partner.theirs().name().toLowerCase(Locale.ROOT),
                partner.theirsReason(),
                partner.fingerprint(),
                partner.invitedAt(),
                partner.confirmedAt());
    }
}
