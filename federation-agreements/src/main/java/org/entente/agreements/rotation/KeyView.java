package org.entente.agreements.rotation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.partner.Fingerprint;
import org.entente.agreements.partner.PartnerKey;
import org.entente.agreements.signing.Confirmation;

/**
 * A public key as people see it.
 *
 * @param keyId its thumbprint (RFC 7638)
 * @param fingerprint the same, to be read to each other
 * @param introducedBy for a partner's key, the key that signed for it; absent where none did
 * @param comparedAt for a partner's key, when an engineer of ours compared its fingerprint; absent where none did
 * @param partners for a key of ours, how far those are who were asked to confirm it
 */
public record KeyView(
        String keyId,
        String fingerprint,
        String algorithm,
        Instant validFrom,
        Optional<Instant> validTo,
        Optional<Instant> revokedFrom,
        Optional<String> revocationReason,
        Optional<String> introducedBy,
        Optional<Instant> comparedAt,
        List<ConfirmationView> partners) {

    /** How far a partner is with a key of ours: asked, confirmed, or refused for a reason. */
    public record ConfirmationView(
            String operator, Instant askedAt, Optional<Instant> confirmedAt, Optional<String> refusal) {}

    static KeyView of(PublishedKey key, List<Confirmation> confirmations) {
        return of(key, Optional.empty(), confirmations);
    }

    static KeyView of(PartnerKey key) {
        return of(key.key(), Optional.of(key), List.of());
    }

    private static KeyView of(PublishedKey key, Optional<PartnerKey> partners, List<Confirmation> confirmations) {
        return new KeyView(
                key.id(),
                Fingerprint.of(key),
                key.algorithm(),
                key.validFrom(),
                key.validTo(),
                key.revokedFrom(),
                partners.flatMap(PartnerKey::revocationReason),
                partners.flatMap(PartnerKey::introducedBy),
                partners.flatMap(PartnerKey::comparedAt),
                confirmations.stream()
                        .map(one -> new ConfirmationView(
                                one.partner().value(), one.askedAt(), one.confirmedAt(), one.refusal()))
                        .toList());
    }
}
