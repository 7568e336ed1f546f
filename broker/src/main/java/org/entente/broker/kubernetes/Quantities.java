package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.entente.broker.site.SiteException;
import org.jspecify.annotations.Nullable;

/** Amounts as Kubernetes writes them. A part of a thousandth processor or of a byte is rounded up. */
final class Quantities {
    static final String CPU = "cpu";
    static final String MEMORY = "memory";
    private static final BigDecimal BYTES_PER_GIB = BigDecimal.valueOf(1L << 30);
    private static final int GIB_SCALE = 6;
    private static final int DIGITS_MAX = 30;
    private static final int UNIT_MAX = 4;

    private Quantities() {}

    static Quantity vcpu(BigDecimal vcpu) {
        return new Quantity(
                vcpu.movePointRight(3).setScale(0, RoundingMode.CEILING).toPlainString() + "m");
    }

    static Quantity gib(BigDecimal gib) {
        return new Quantity(
                gib.multiply(BYTES_PER_GIB).setScale(0, RoundingMode.CEILING).toPlainString());
    }

    /** The amount in the unit itself: processors, bytes, pieces. Absent where it is not told. */
    static Optional<BigDecimal> amount(@Nullable Map<String, Quantity> resources, String name) {
        return Optional.ofNullable(resources).map(all -> all.get(name)).map(Quantities::amount);
    }

    /** To a millionth, and never more than there is: a byte is no decimal part of a GiB that anybody would want to read. */
    static BigDecimal gibOf(BigDecimal bytes) {
        return plain(bytes.divide(BYTES_PER_GIB, GIB_SCALE, RoundingMode.FLOOR));
    }

    /** Without the zeros at its end. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal amount(Quantity quantity) {
        // A unit such as e999999999 would take long to be reckoned with.
        boolean isShort = length(quantity.getAmount()) <= DIGITS_MAX && length(quantity.getFormat()) <= UNIT_MAX;
        if (!isShort || quantity.getNumericalAmount().signum() < 0) {
            throw new SiteException(SiteException.Code.BROKEN, "The cluster tells an amount that cannot be.");
        }
        return quantity.getNumericalAmount();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
