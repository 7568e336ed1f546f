package org.entente.agreements.rotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.KeyChange;
import org.entente.agreements.document.KeyRevocation;
import org.entente.agreements.exchange.StoredOutbox;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.PartnerConfirmed;
import org.entente.agreements.partner.Partners;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.signing.Confirmations;
import org.entente.agreements.signing.KeyProblem;
import org.entente.agreements.signing.KeysConfig;
import org.entente.agreements.signing.OwnKeys;
import org.jboss.logging.Logger;

/** Announces a new key of ours to every partner, and revokes one that may be in other hands. */
@ApplicationScoped
public class KeyChanges {
    private static final Logger LOG = Logger.getLogger(KeyChanges.class);
    private static final Duration AHEAD_MAX = Duration.ofDays(400);

    private final OwnKeys keys;
    private final Confirmations confirmations;
    private final Partners partners;
    private final StoredOutbox outbox;
    private final KeysConfig config;
    private final InstantSource clock;

    KeyChanges(
            OwnKeys keys,
            Confirmations confirmations,
            Partners partners,
            StoredOutbox outbox,
            KeysConfig config,
            InstantSource clock) {
        this.keys = keys;
        this.confirmations = confirmations;
        this.partners = partners;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /**
     * When a key begins and when the one before it ends.
     *
     * @param validFrom at once where absent
     * @param retires after the configured overlap where absent
     */
    public record Times(Optional<Instant> validFrom, Optional<Instant> retires) {}

    /** Tells every partner of the store's key of this alias. Each confirms it before it signs for that partner. */
    @Transactional
    public PublishedKey announce(String alias, Times times) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant from = times.validFrom().orElse(now);
        Instant retires = times.retires().orElse(from.plus(config.overlap()));
        if (from.isBefore(now) || from.isAfter(now.plus(AHEAD_MAX)) || !retires.isAfter(from)) {
            throw new ProblemException(
                    KeyProblem.KEY_TIMES_WRONG,
                    "A key begins now or within " + AHEAD_MAX.toDays()
                            + " days, and the one before it retires after that");
        }
        PublishedKey key = PublishedKey.of(keys.inStore(alias).publishedKey().jwk(), from);
        PublishedKey replaced = keys.add(alias, key, retires);
        KeyChange change = new KeyChange(key.bare(), from, replaced.id(), retires);
        open().forEach(partner -> tell(partner, key.id(), change));
        LOG.infof("key announced keyId=%s replaces=%s from=%s", key.id(), replaced.id(), from);
        return key;
    }

    /** A partner that was confirmed while a change was on its way is told of the coming key like the others. */
    void confirmed(@Observes PartnerConfirmed event) {
        Instant now = clock.instant();
        List<PublishedKey> published = keys.published();
        PublishedKey current = published.getFirst();
        published.stream()
                .filter(key -> key.validFrom().isAfter(now))
                .forEach(coming -> current.validTo()
                        .filter(coming.validFrom()::isBefore)
                        .ifPresent(retires -> tell(
                                event.partner(),
                                coming.id(),
                                new KeyChange(coming.bare(), coming.validFrom(), current.id(), retires))));
    }

    /** Asked first: until it confirms, an older key signs for the partner, and this document too. */
    private void tell(OperatorId partner, String keyId, KeyChange change) {
        confirmations.asked(keyId, partner, clock.instant());
        outbox.send(partner, change, List.of());
    }

    /** Tells every partner that a key of ours may be in other hands, signed by another. */
    @Transactional
    public void revoke(String keyId, Instant from, String reason) {
        if (from.isAfter(clock.instant())) {
            throw new ProblemException(
                    KeyProblem.KEY_TIMES_WRONG, "A key is revoked from now or from an earlier moment");
        }
        keys.revoke(keyId, from);
        outbox.signAnew(keyId);
        KeyRevocation revocation = new KeyRevocation(keyId, from, reason);
        open().forEach(partner -> outbox.send(partner, revocation, List.of()));
        LOG.warnf("key revoked keyId=%s from=%s", keyId, from);
    }

    private List<OperatorId> open() {
        return partners.all().stream()
                .filter(partner -> partner.state().isOpen())
                .map(Partner::operator)
                .toList();
    }
}
