package org.entente.broker.openstack;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of one API's forms, such as compute 2.93. Its parts are numbers: 2.100 comes after 2.93. */
record Microversion(int major, int minor) implements Comparable<Microversion> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");
    private static final Comparator<Microversion> ORDER =
            Comparator.comparingInt(Microversion::major).thenComparingInt(Microversion::minor);

    static Optional<Microversion> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Microversion(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    static Microversion of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("No microversion: " + text));
    }

    @Override
    public int compareTo(Microversion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }

    /** From the lowest to the highest, both included; none at all for an API without microversions. */
    record Range(Optional<Microversion> lowest, Optional<Microversion> highest) {
        static final Range NONE = new Range(Optional.empty(), Optional.empty());

        static Range of(String lowest, String highest) {
            return new Range(read(lowest), read(highest));
        }

        /** The highest version that both speak, if there is one. */
        Optional<Microversion> common(Range other) {
            if (lowest.isEmpty() || highest.isEmpty() || other.lowest.isEmpty() || other.highest.isEmpty()) {
                return Optional.empty();
            }
            Microversion top = min(highest.get(), other.highest.get());
            Microversion bottom = max(lowest.get(), other.lowest.get());
            return top.compareTo(bottom) < 0 ? Optional.empty() : Optional.of(top);
        }

        private static Microversion min(Microversion one, Microversion other) {
            return one.compareTo(other) <= 0 ? one : other;
        }

        private static Microversion max(Microversion one, Microversion other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }
}
