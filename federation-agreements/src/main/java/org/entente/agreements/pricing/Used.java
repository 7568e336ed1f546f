package org.entente.agreements.pricing;

import java.time.Duration;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;

/**
 * What one instance used under one price line in one billing period.
 *
 * @param running for how long it did
 */
public record Used(Quantity quantity, Duration running) {
    public Used {
        if (running.isNegative()) {
            throw new IllegalArgumentException("An instance cannot have run for " + running);
        }
    }

    public static Used nothing(Meter meter) {
        return new Used(Quantity.none(meter), Duration.ZERO);
    }

    public Used plus(Used other) {
        return new Used(quantity.plus(other.quantity), running.plus(other.running));
    }
}
