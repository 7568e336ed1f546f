package org.entente.agreements.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.AgreementRejection;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.AgreementWithdrawal;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.Hold;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.KeyChange;
import org.entente.agreements.document.KeyRevocation;
import org.entente.agreements.document.Offer;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.VerifiedDocument;

/**
 * Documents that belong together, from one agreement or from many. Each is checked by itself, then against those it
 * builds on: who had to sign, numbers without a gap, and figures that follow from the documents before.
 */
public final class PaperTrail {
    private final Map<DocumentHash, VerifiedDocument<?>> byHash = new LinkedHashMap<>();
    private final List<Checked> files;
    private final List<KeyHistory> histories;

    private PaperTrail(List<Checked> files, Collection<KeyHistory> histories) {
        this.files = files;
        this.histories = List.copyOf(histories);
        files.forEach(file -> file.document().ifPresent(document -> byHash.putIfAbsent(document.hash(), document)));
    }

    /** What was found, in the files' order. */
    public static List<Finding> check(List<Evidence> documents, Collection<KeyHistory> histories) {
        SignatureCheck signatures = new SignatureCheck(histories);
        PaperTrail trail = new PaperTrail(documents.stream().map(signatures::of).toList(), histories);
        trail.files.forEach(trail::checkAgainstOthers);
        List<Finding> findings = new ArrayList<>();
        trail.files.forEach(file -> findings.addAll(file.findings()));
        return findings;
    }

    private void checkAgainstOthers(Checked file) {
        file.document().ifPresent(document -> {
            switch (document.body()) {
                case AgreementVersion version -> new AgreementRules(this, file).check(document, version);
                case UsageReport report -> new UsageReportRules(this, file).check(document, report);
                case Statement statement -> new StatementRules(this, file).check(document, statement);
                case FinalStatement last -> new StatementRules(this, file).checkAlone(document, last);
                case Invoice invoice -> new InvoiceRules(this, file).check(document, invoice);
                case Acknowledgement other -> foundation(file, document);
                case KeyChange change -> new KeyRules(histories, file).check(document, change);
                case KeyRevocation revocation -> new KeyRules(histories, file).check(document, revocation);
                case AgreementNotice other -> foundation(file, document);
                case AgreementRejection other -> foundation(file, document);
                case AgreementWithdrawal other -> foundation(file, document);
                case Offer other -> foundation(file, document);
                case Hold hold -> {
                    foundation(file, document);
                    new HoldRules(this, file).check(document, hold);
                }
                case HoldRequest other -> foundation(file, document);
                case OrderPlaced order -> {
                    foundation(file, document);
                    new HoldRules(this, file).check(document, order);
                }
                case PartnerNotice other -> foundation(file, document);
                case Receipt other -> foundation(file, document);
                case Refusal other -> foundation(file, document);
                case ReleaseRequest other -> foundation(file, document);
                case StatusNotice other -> foundation(file, document);
            }
        });
    }

    /** Says of everything that a document builds on whether it is here. */
    private void foundation(Checked file, VerifiedDocument<?> document) {
        for (DocumentHash hash : document.document().buildsOn()) {
            if (byHash.containsKey(hash)) {
                file.proved("builds on " + hash + ", which is among the files");
            } else {
                file.open("builds on " + hash + ", which is not among the files");
            }
        }
    }

    /** The one document of a type, with its envelope, that a document builds on, if it is here. */
    <B extends DocumentBody> Optional<VerifiedDocument<B>> baseDocument(VerifiedDocument<?> document, Class<B> type) {
        return document.document().buildsOn().stream()
                .map(byHash::get)
                .filter(Objects::nonNull)
                .filter(base -> type.isInstance(base.body()))
                .findFirst()
                .map(base -> base.as(type));
    }

    /** The one document of a type that a document builds on, if it is here. */
    <T> Optional<T> base(VerifiedDocument<?> document, Class<T> type) {
        return bases(document, type).stream().findFirst();
    }

    /** The document with a hash, if it is here and of a type. */
    <T> Optional<T> body(DocumentHash hash, Class<T> type) {
        return Optional.ofNullable(byHash.get(hash))
                .map(VerifiedDocument::body)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** All documents of a type that a document builds on and that are here. */
    <T> List<T> bases(VerifiedDocument<?> document, Class<T> type) {
        return document.document().buildsOn().stream()
                .map(byHash::get)
                .filter(Objects::nonNull)
                .map(VerifiedDocument::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The documents here that build on one with a hash. */
    List<VerifiedDocument<?>> buildingOn(DocumentHash hash) {
        return byHash.values().stream()
                .filter(later -> later.document().buildsOn().contains(hash))
                .toList();
    }

    /** How many documents it builds on are not here. */
    long missing(VerifiedDocument<?> document) {
        return document.document().buildsOn().stream()
                .filter(hash -> !byHash.containsKey(hash))
                .count();
    }

    /** Says whether both parties signed. */
    static void bothSigned(Checked file, VerifiedDocument<?> document, String meaning) {
        if (document.signers().size() == 2) {
            file.proved("signed by both parties, so " + meaning);
        } else {
            file.broken(
                    "SIGNATURE_MISSING",
                    document.document().audience() + " did not sign it, so it is not so that " + meaning);
        }
    }
}
