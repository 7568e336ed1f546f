package org.entente.broker.kubernetes;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of API versions: {@code v1alpha1}, {@code v1beta2}, {@code v1}, {@code v2}; others come before them all. */
final class ApiVersionOrder {
    private static final Pattern VERSION = Pattern.compile("v([0-9]{1,4})(?:(alpha|beta)([0-9]{1,4}))?");

    /** The highest stability last, and of one stability the highest number. */
    static final Comparator<String> OLDEST_FIRST =
            Comparator.comparingLong(ApiVersionOrder::rank).thenComparing(Comparator.naturalOrder());

    private ApiVersionOrder() {}

    private static long rank(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return -1;
        }
        long major = Long.parseLong(parts.group(1)) * 10_000;
        String stability = parts.group(2);
        if (stability == null) {
            return 3_000_000_000L + major;
        }
        long base = stability.equals("beta") ? 2_000_000_000L : 1_000_000_000L;
        return base + major + Long.parseLong(parts.group(3));
    }
}
