package org.entente.commandline.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.verification.Finding;
import org.entente.agreements.verification.PaperTrail;

/** What came of checking some files. */
public final class Verification {
    private final VerifiedFiles files;
    private final List<Finding> findings;

    private Verification(VerifiedFiles files, List<Finding> findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Checks all documents in these files by all key histories in them. */
    public static Verification of(VerifiedFiles files) {
        return new Verification(files, PaperTrail.check(files.documents(), files.histories()));
    }

    /**
     * The result for scripts.
     *
     * @param holds whether nothing is broken
     */
    public record Report(boolean holds, int documents, List<Item> findings) {}

    /**
     * One finding for scripts.
     *
     * @param kind {@code proved}, {@code broken} or {@code open}
     * @param rule which rule is broken, else empty
     * @param bytes where in the file, such as {@code bytes 12 to 98}, else empty
     */
    public record Item(String file, String kind, String rule, String sentence, String bytes) {
        static Item of(Finding finding) {
            return switch (finding) {
                case Finding.Proved(String file, String sentence) -> new Item(file, "proved", "", sentence, "");
                case Finding.Open(String file, String sentence) -> new Item(file, "open", "", sentence, "");
                case Finding.Broken broken ->
                    new Item(
                            broken.file(),
                            "broken",
                            broken.rule(),
                            broken.sentence(),
                            broken.bytes().map(Finding.Bytes::toString).orElse(""));
            };
        }

        String line() {
            return switch (kind) {
                case "proved" -> "  ok      " + sentence;
                case "open" -> "  open    " + sentence;
                default -> "  BROKEN  " + rule + ": " + sentence + (bytes.isEmpty() ? "" : " (" + bytes + ")");
            };
        }
    }

    public Report report() {
        return new Report(
                broken() == 0,
                files.documents().size(),
                findings.stream().map(Item::of).toList());
    }

    /** How many rules are broken. */
    public long broken() {
        return findings.stream().filter(Finding.Broken.class::isInstance).count();
    }

    /** The findings for people, file by file, and the keys that all of it rests on. */
    public List<String> lines() {
        Set<String> lines = new LinkedHashSet<>();
        List<String> text = new ArrayList<>();
        for (Finding finding : findings) {
            if (lines.add(finding.file())) {
                text.add(finding.file());
            }
            text.add(Item.of(finding).line());
        }
        text.add("");
        for (KeyHistory history : files.histories()) {
            history.keys()
                    .forEach(key -> text.add("Key of " + history.operator() + ": " + key.id() + ", counts from "
                            + key.validFrom()
                            + key.validTo().map(end -> " to " + end).orElse("")));
        }
        text.add("All of this rests on these keys: compare them with what the operators say by another way.");
        text.add(summary());
        return List.copyOf(text);
    }

    private String summary() {
        long open = findings.stream().filter(Finding.Open.class::isInstance).count();
        String what = files.documents().size() + " documents, " + findings.size() + " checks: ";
        if (broken() > 0) {
            return what + broken() + " broken.";
        }
        return what + (open == 0 ? "everything holds." : "nothing is broken, " + open + " could not be made.");
    }
}
