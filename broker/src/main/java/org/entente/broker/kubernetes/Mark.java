package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.jspecify.annotations.Nullable;

/**
 * How what we made for an instance is found and known again: it stands in a namespace of its own, {@code
 * ACCOUNT-entente-HASH} with the first 16 hexadecimal digits of the SHA-256 of the instance's id, and its labels tell the
 * account and the instance.
 */
record Mark(String account, InstanceId instance) {
    static final String INSTANCE = "entente.io/instance";
    static final String ACCOUNT = "entente.io/account";
    static final String MANAGER = "entente";

    /** What runs the instance's pods, and the Service before them: there is one of each in the namespace. */
    static final String WORKLOAD = "workload";

    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final int HASH_DIGITS = 16;

    /** Finds everything that carries the mark of an account. */
    static String selector(String account) {
        return ACCOUNT + "=" + account + "," + INSTANCE;
    }

    /** The mark on an object; absent where it carries none. */
    static Optional<Mark> on(@Nullable HasMetadata object) {
        return Optional.ofNullable(object)
                .map(HasMetadata::getMetadata)
                .map(ObjectMeta::getLabels)
                .filter(labels -> labels.containsKey(ACCOUNT) && labels.containsKey(INSTANCE))
                .map(labels -> new Mark(
                        String.valueOf(labels.get(ACCOUNT)), new InstanceId(String.valueOf(labels.get(INSTANCE)))));
    }

    boolean isOn(@Nullable HasMetadata object) {
        return on(object).filter(this::equals).isPresent();
    }

    String namespace() {
        return account + "-entente-" + hash(instance.value());
    }

    Map<String, String> labels() {
        return Map.of(ACCOUNT, account, INSTANCE, instance.value(), MANAGED_BY, MANAGER);
    }

    /** Picks the instance's pods. */
    Map<String, String> podSelector() {
        return Map.of(INSTANCE, instance.value());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
