package org.entente.agreements.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.agreements.document.Samples.NOW;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.Samples;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.TestKeys;
import org.junit.jupiter.api.Test;

/** Which keys fall with one that was stolen. */
class PartnerKeyTest {
    private final PublishedKey first;
    private final PublishedKey second;
    private final PublishedKey third;

    PartnerKeyTest() throws GeneralSecurityException {
        first = TestKeys.ed25519(Samples.BOREAL).publishedKey();
        second = TestKeys.ed25519(Samples.BOREAL).publishedKey();
        third = TestKeys.p256(Samples.BOREAL).publishedKey();
    }

    @Test
    void aKeyFallsWithTheOneThatIntroducedItLater() {
        assertThat(PartnerKey.fallWith(first.id(), NOW, List.of(root(), introduced(second, first, NOW))))
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void aKeyThatWasIntroducedBeforeTheTheftStands() {
        assertThat(PartnerKey.fallWith(first.id(), NOW, List.of(root(), introduced(second, first, NOW.minusMillis(1)))))
                .containsExactly(first.id());
    }

    @Test
    void whatAFallenKeyIntroducedFallsToo() {
        List<PartnerKey> keys =
                List.of(introduced(third, second, NOW.minusSeconds(9)), introduced(second, first, NOW), root());

        assertThat(PartnerKey.fallWith(first.id(), NOW, keys))
                .containsExactlyInAnyOrder(first.id(), second.id(), third.id());
    }

    @Test
    void aKeyThatAnEngineerComparedStandsByItself() {
        PartnerKey compared =
                new PartnerKey(second, Optional.of(first.id()), Optional.of(NOW), Optional.of(NOW), Optional.empty());

        assertThat(PartnerKey.fallWith(first.id(), NOW, List.of(root(), compared, introduced(third, second, NOW))))
                .containsExactly(first.id());
    }

    private PartnerKey root() {
        return new PartnerKey(first, Optional.empty(), Optional.empty(), Optional.of(NOW), Optional.empty());
    }

    private static PartnerKey introduced(PublishedKey key, PublishedKey by, Instant at) {
        return new PartnerKey(key, Optional.of(by.id()), Optional.of(at), Optional.empty(), Optional.empty());
    }
}
