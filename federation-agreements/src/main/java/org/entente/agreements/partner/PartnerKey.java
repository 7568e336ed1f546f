package org.entente.agreements.partner;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.keys.PublishedKey;

/**
 * A key of a partner, and why we believe that it is the partner's.
 *
 * @param introducedBy the thumbprint of the key that signed for it; absent where none did
 * @param introducedAt the time of the document in which it did
 * @param comparedAt when an engineer compared its fingerprint with the partner's engineer; then it stands by itself,
 *     whatever becomes of the key that introduced it
 */
public record PartnerKey(
        PublishedKey key,
        Optional<String> introducedBy,
        Optional<Instant> introducedAt,
        Optional<Instant> comparedAt,
        Optional<String> revocationReason) {

    /**
     * The ids of the keys that fall with one that may be in other hands from a moment on: itself, those that it introduced
     * from then on, and all that these introduced. None falls whose fingerprint an engineer compared.
     */
    public static Set<String> fallWith(String revoked, Instant from, Collection<PartnerKey> keys) {
        Set<String> fallen = new HashSet<>(Set.of(revoked));
        int before;
        do {
            before = fallen.size();
            keys.stream()
                    .filter(one -> one.comparedAt().isEmpty())
                    .filter(one -> one.introducedBy().filter(fallen::contains).isPresent())
                    .filter(one -> !one.introducedBy().equals(Optional.of(revoked))
                            || one.introducedAt().map(at -> !at.isBefore(from)).orElse(true))
                    .forEach(one -> fallen.add(one.key().id()));
        } while (fallen.size() > before);
        return fallen;
    }
}
