package org.entente.agreements.partner;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.language.OperatorId;

/** Another operator, with what it published of itself when it was invited. */
public record Partner(
        OperatorId operator,
        String name,
        String country,
        URI url,
        URI peering,
        URI tokenEndpoint,
        URI tokenAudience,
        PartnerState state,
        Instant invitedAt,
        Optional<Instant> confirmedAt,
        KeyHistory keys) {

    /** The first key's fingerprint, for two people to read to each other. */
    public String fingerprint() {
        return Fingerprint.of(keys.keys().getFirst());
    }
}
