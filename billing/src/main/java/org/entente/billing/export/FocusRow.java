package org.entente.billing.export;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One row of the dataset. A column without a value is null. */
public record FocusRow(Map<FocusColumn, String> values) {
    public FocusRow {
        values = Collections.unmodifiableMap(
                values.isEmpty() ? new EnumMap<>(FocusColumn.class) : new EnumMap<>(values));
    }

    /** The value of a column, if it has one. */
    public Optional<String> value(FocusColumn column) {
        return Optional.ofNullable(values.get(column));
    }
}
