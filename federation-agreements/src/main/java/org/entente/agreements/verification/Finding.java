package org.entente.agreements.verification;

import java.util.Optional;

/** One thing that was checked in one file, and what came of it. */
public sealed interface Finding {
    String file();

    /** A plain sentence that says what was checked and what was found. */
    String sentence();

    /** It holds. */
    record Proved(String file, String sentence) implements Finding {}

    /**
     * It does not hold.
     *
     * @param rule which rule, in upper-case words joined by underscores
     * @param bytes where in the file, if it can be pinned down
     */
    record Broken(String file, String rule, String sentence, Optional<Bytes> bytes) implements Finding {}

    /** It could not be checked, because a file that it needs is not there. It says nothing against the document. */
    record Open(String file, String sentence) implements Finding {}

    /**
     * A range in a file, counted in bytes from its beginning.
     *
     * @param to the first byte after it
     */
    record Bytes(int from, int to) {
        public Bytes {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("No range: " + from + " to " + to);
            }
        }

        @Override
        public String toString() {
            return "bytes " + from + " to " + to;
        }
    }
}
