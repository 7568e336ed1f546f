package org.entente.agreements.partner;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.language.OperatorId;

/**
 * Another operator, with what it published of itself when it was invited.
 *
 * @param state how we stand to it
 * @param theirs how it stands to us by its last notice
 */
public record Partner(
        OperatorId operator,
        String name,
        String country,
        URI url,
        URI peering,
        URI tokenEndpoint,
        URI tokenAudience,
        PartnerState state,
        Optional<String> stateReason,
        PartnerNotice.Standing theirs,
        Optional<String> theirsReason,
        Instant invitedAt,
        Optional<Instant> confirmedAt,
        KeyHistory keys) {

    /** Whether both sides take everything that agreements allow. */
    public boolean isUsable() {
        return state == PartnerState.ACTIVE && theirs == PartnerNotice.Standing.ACTIVE;
    }

    /** Whether there will be no more business: one side ended the other, or found it vanished. */
    public boolean isClosed() {
        return state == PartnerState.VANISHED
                || state == PartnerState.ENDED
                || theirs == PartnerNotice.Standing.VANISHED
                || theirs == PartnerNotice.Standing.ENDED;
    }

    /** The newest key's fingerprint, for two people to read to each other. */
    public String fingerprint() {
        return Fingerprint.of(keys.keys().reversed().stream()
                .filter(key -> key.revokedFrom().isEmpty())
                .findFirst()
                .orElseGet(keys.keys()::getLast));
    }
}
