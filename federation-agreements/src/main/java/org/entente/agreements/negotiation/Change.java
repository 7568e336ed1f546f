package org.entente.agreements.negotiation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One difference between two versions.
 *
 * @param path the term's place in the signed document, for instance {@code rateCard.lines[vm-vcpu].unitPrice.amount}
 * @param from what the earlier version says, absent where it says nothing
 * @param to what the later version says, absent where it says nothing
 * @param sentence the same for people
 */
public record Change(String path, Optional<String> from, Optional<String> to, String sentence) {
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])[A-Z]");

    static Change of(String path, Optional<String> from, Optional<String> to) {
        String what = words(path);
        String sentence = from.map(before -> to.map(after -> what + " changes from " + before + " to " + after)
                        .orElseGet(() -> what + " " + before + " is left out"))
                .orElseGet(() -> what + " " + to.orElseThrow() + " is new");
        return new Change(path, from, to, sentence);
    }

    /** {@code rateCard.lines[vm-vcpu].unitPrice} as {@code rate card, lines vm-vcpu, unit price}. */
    private static String words(String path) {
        String plain = path.replace(".", ", ").replace("[", " ").replace("]", "");
        String words = WORD_START
                .matcher(plain)
                .replaceAll(start -> " " + start.group().toLowerCase(Locale.ROOT));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
