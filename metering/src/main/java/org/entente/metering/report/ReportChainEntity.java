package org.entente.metering.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.UsageReport;

/** Where the numbered reports under one agreement stand, at the host and at the home operator alike. */
@Entity
@Table(schema = "metering", name = "report_chain")
class ReportChainEntity {
    @Id
    String agreement;

    @Column(name = "last_number")
    long lastNumber;

    @Column(name = "last_hash")
    String lastHash;

    /** At the host: up to which position records are reported. */
    @Column(name = "last_position")
    long lastPosition;

    @Version
    int version;

    long nextNumber() {
        return lastNumber + 1;
    }

    /** What the next report builds on: the report before it, if there is one, and the agreement. */
    List<DocumentHash> buildsOn(DocumentHash agreementVersion) {
        return previous().map(hash -> List.of(hash, agreementVersion)).orElseGet(() -> List.of(agreementVersion));
    }

    /** Why a report is not the next one. */
    Optional<Rejection> rejects(Document<UsageReport> report) {
        if (report.body().number() != nextNumber()) {
            return Optional.of(new Rejection(
                    Rejection.Code.REPORT_NUMBER_UNEXPECTED,
                    "The next report under agreement " + agreement + " has number " + nextNumber() + ", but this has "
                            + report.body().number()));
        }
        return previous()
                .filter(hash -> !report.buildsOn().contains(hash))
                .map(hash -> new Rejection(
                        Rejection.Code.PREVIOUS_REPORT_DIFFERS,
                        "Report " + nextNumber() + " under agreement " + agreement + " must build on report "
                                + lastNumber + " with hash " + hash));
    }

    void append(long number, DocumentHash hash) {
        lastNumber = number;
        lastHash = hash.value();
    }

    private Optional<DocumentHash> previous() {
        return Optional.ofNullable(lastHash).map(DocumentHash::new);
    }
}
