package org.entente.commandline.operator;

import java.util.UUID;

/** Names one intent, so that a call made twice acts once. */
public record IdempotencyKey(String value) {
    public static IdempotencyKey fresh() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
