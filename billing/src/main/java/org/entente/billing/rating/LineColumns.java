package org.entente.billing.rating;

import org.entente.agreements.document.PriceLineJson;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.Selector;
import org.entente.agreements.pricing.Timing;
import org.jspecify.annotations.Nullable;

/**
 * A price line in columns: a plain one by its unit price alone; any other also by its terms, which are the line as canonical
 * JSON without where and when it applies.
 */
public final class LineColumns {
    private LineColumns() {}

    /** The terms of a line that is more than its unit price, or null. */
    public static @Nullable String terms(PriceLine line) {
        return line.isPlain() ? null : PriceLineJson.write(line.at(Selector.ANY).at(Timing.ALWAYS));
    }

    /** The line that stands in columns. */
    public static PriceLine line(@Nullable String terms, PriceLine plain) {
        return terms == null ? plain : PriceLineJson.read(terms).at(plain.selector());
    }
}
