package org.entente.broker.kubernetes;

import java.util.Locale;
import java.util.Optional;

/** Why a group does not come up, for machines and in a sentence. */
record Trouble(Code code, String sentence) {
    /** Why, for machines. */
    enum Code {
        /** An image cannot be had: there is none of that name, or its registry refuses or is not reached. */
        IMAGE_NOT_PULLED,
        /** A container cannot be made as it was ordered. */
        CONTAINER_NOT_MADE,
        /** A container ends again and again soon after its start. */
        CRASH_LOOP,
        /** A quota of the cluster's is used up. */
        EXHAUSTED,
        /** It did not come up in the time that it may take. */
        DEADLINE_PASSED
    }

    private static final int WORDS_MAX = 300;

    Trouble {
        sentence = cut(sentence.replaceAll("\\s+", " ").strip());
    }

    /** A refusal to make a pod, where a quota is its reason; not our own, which makes room as soon as old pods are gone. */
    static Optional<Trouble> ofQuota(String refusal) {
        String words = refusal.toLowerCase(Locale.ROOT);
        return words.contains("exceeded quota") && !words.contains("exceeded quota: " + Mark.MANAGER + ",")
                ? Optional.of(new Trouble(Code.EXHAUSTED, refusal))
                : Optional.empty();
    }

    private static String cut(String line) {
        return line.length() <= WORDS_MAX ? line : line.substring(0, WORDS_MAX) + "…";
    }

    @Override
    public String toString() {
        return code + ": " + sentence;
    }
}
