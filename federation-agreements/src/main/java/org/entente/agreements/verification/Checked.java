package org.entente.agreements.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.verification.Finding.Broken;
import org.entente.agreements.verification.Finding.Bytes;
import org.entente.agreements.verification.Finding.Open;
import org.entente.agreements.verification.Finding.Proved;

/** One file with what was found in it so far. */
final class Checked {
    private final String file;
    private final Optional<VerifiedDocument<?>> document;
    private final List<Finding> findings = new ArrayList<>();

    Checked(String file, Optional<VerifiedDocument<?>> document) {
        this.file = file;
        this.document = document;
    }

    String file() {
        return file;
    }

    /** The document, if its form and its signatures hold. */
    Optional<VerifiedDocument<?>> document() {
        return document;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void proved(String sentence) {
        findings.add(new Proved(file, sentence));
    }

    void open(String sentence) {
        findings.add(new Open(file, sentence));
    }

    void broken(String rule, String sentence) {
        findings.add(new Broken(file, rule, sentence, Optional.empty()));
    }

    void broken(String rule, String sentence, Optional<Bytes> where) {
        findings.add(new Broken(file, rule, sentence, where));
    }
}
