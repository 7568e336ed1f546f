package org.entente.agreements.signing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.SigningKeys;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;

/**
 * The stored history of our own keys. It begins with the configured key, when it is first looked at; every other key comes
 * by a change that partners are told.
 */
@ApplicationScoped
public class OwnKeys implements PanacheRepositoryBase<OwnKeyEntity, String> {
    private static final String BEGIN = """
            insert into agreements.own_key (key_id, alias, jwk, valid_from, version)
            values (:id, :alias, :jwk, :validFrom, 0) on conflict do nothing""";

    /** As many as a partner takes. */
    private static final int IN_USE_MAX = 8;

    private final DocumentSigner configured;
    private final SigningKeys store;
    private final KeysConfig config;
    private final Confirmations confirmations;
    private final InstantSource clock;
    private final Map<String, DocumentSigner> opened = new ConcurrentHashMap<>();

    OwnKeys(
            DocumentSigner configured,
            SigningKeys store,
            KeysConfig config,
            Confirmations confirmations,
            InstantSource clock) {
        this.configured = configured;
        this.store = store;
        this.config = config;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    public OperatorId operator() {
        return configured.operator();
    }

    @Transactional
    public KeyHistory history() {
        return new KeyHistory(operator(), rows().stream().map(OwnKeyEntity::key).toList());
    }

    /** The keys that count now or will, the one that signs now first: what we publish for partners to come. */
    @Transactional
    public List<PublishedKey> published() {
        Instant now = clock.instant();
        return rows().stream()
                .map(OwnKeyEntity::key)
                .filter(key -> key.revokedFrom().isEmpty() && !key.isOverAt(now))
                .sorted(Comparator.comparing((PublishedKey key) -> !key.countsAt(now))
                        .thenComparing(PublishedKey::validFrom, Comparator.reverseOrder()))
                .toList();
    }

    /**
     * Who signs for this partner: the newest key that counts and that it confirmed. Where it confirmed none of them, the
     * oldest that counts: it was announced first, and the partner gets that announcement before whatever is signed now.
     */
    @Transactional
    public DocumentSigner signerFor(OperatorId partner) {
        List<OwnKeyEntity> counting = counting();
        if (counting.isEmpty()) {
            throw new IllegalStateException("No key of " + operator() + " counts now");
        }
        if (counting.size() == 1) {
            return signer(counting.getFirst());
        }
        List<String> open = confirmations.open(partner);
        return counting.stream()
                .filter(row -> !open.contains(row.keyId))
                .findFirst()
                .map(this::signer)
                .orElseGet(() -> signer(counting.getLast()));
    }

    /** Takes a key of the store into the history, and retires the newest before it. Says which that was. */
    @Transactional
    public PublishedKey add(String alias, PublishedKey key, Instant retires) {
        checkAddition(key);
        List<OwnKeyEntity> counting = counting();
        counting.forEach(row -> row.validTo = row.validTo == null ? retires : row.validTo);
        persistAndFlush(OwnKeyEntity.of(alias, key));
        return counting.getFirst().key();
    }

    private void checkAddition(PublishedKey key) {
        Instant now = clock.instant();
        List<OwnKeyEntity> rows = rows();
        if (rows.stream().anyMatch(row -> row.keyId.equals(key.id()))) {
            throw new ProblemException(KeyProblem.KEY_TAKEN, "This key was announced before");
        }
        if (rows.stream().anyMatch(row -> row.revokedFrom == null && row.validFrom.isAfter(now))) {
            throw new ProblemException(
                    KeyProblem.KEY_CHANGE_RUNNING, "The key of an earlier change has not begun to count yet");
        }
        if (counting().isEmpty()) {
            throw new ProblemException(KeyProblem.KEY_LAST, "No key of ours counts now that could announce another");
        }
        if (rows.stream().filter(row -> !row.key().isOverAt(now)).count() >= IN_USE_MAX) {
            throw new ProblemException(
                    KeyProblem.KEY_TOO_MANY,
                    "At most " + IN_USE_MAX + " keys are in use at once: wait until one of them has retired");
        }
    }

    /** The key of this alias as the store has it, or a problem. */
    public DocumentSigner inStore(String alias) {
        try {
            return store.signer(alias);
        } catch (IllegalStateException missing) {
            throw new ProblemException(KeyProblem.KEY_NOT_IN_STORE, String.valueOf(missing.getMessage()), missing);
        }
    }

    /** Marks a key as one that may be in other hands, where another can sign instead. */
    @Transactional
    public void revoke(String keyId, Instant from) {
        OwnKeyEntity row = rows().stream()
                .filter(one -> one.keyId.equals(keyId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(KeyProblem.KEY_UNKNOWN, "We have no key " + keyId));
        if (counting().stream().allMatch(one -> one.keyId.equals(keyId))) {
            throw new ProblemException(
                    KeyProblem.KEY_LAST, "No other key counts now that could sign this: announce one first");
        }
        row.revokedFrom = row.key().revoked(from).revokedFrom().orElseThrow();
        flush();
    }

    /** Newest first. */
    private List<OwnKeyEntity> counting() {
        Instant now = clock.instant();
        return rows().reversed().stream()
                .filter(row -> row.revokedFrom == null && row.key().countsAt(now))
                .toList();
    }

    private DocumentSigner signer(OwnKeyEntity row) {
        if (row.keyId.equals(configured.publishedKey().id())) {
            return configured;
        }
        DocumentSigner signer = opened.computeIfAbsent(row.alias, store::signer);
        if (!signer.publishedKey().id().equals(row.keyId)) {
            throw new IllegalStateException("The key called " + row.alias
                    + " is not the one that partners know: put that one back, or announce the other under a new name");
        }
        return signer;
    }

    private List<OwnKeyEntity> rows() {
        List<OwnKeyEntity> rows = listAll(Sort.by("validFrom").and("keyId"));
        if (!rows.isEmpty()) {
            return rows;
        }
        PublishedKey first = configured.publishedKey();
        getEntityManager()
                .createNativeQuery(BEGIN)
                .setParameter("id", first.id())
                .setParameter("alias", config.alias())
                .setParameter("jwk", first.json())
                .setParameter("validFrom", first.validFrom())
                .executeUpdate();
        return listAll(Sort.by("validFrom").and("keyId"));
    }
}
