package org.entente.agreements.document;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of document, each with its body. */
public enum DocumentType {
    ACKNOWLEDGEMENT(Acknowledgement.class),
    AGREEMENT(AgreementVersion.class),
    AGREEMENT_REJECTION(AgreementRejection.class),
    AGREEMENT_RESUMPTION(AgreementNotice.Resumption.class),
    AGREEMENT_SUSPENSION(AgreementNotice.Suspension.class),
    AGREEMENT_TERMINATION(AgreementNotice.Termination.class),
    AGREEMENT_WITHDRAWAL(AgreementWithdrawal.class),
    FINAL_STATEMENT(FinalStatement.class),
    HOLD(Hold.class),
    HOLD_REQUEST(HoldRequest.class),
    INVOICE(Invoice.class),
    KEY_CHANGE(KeyChange.class),
    KEY_REVOCATION(KeyRevocation.class),
    OFFER(Offer.class),
    ORDER(OrderPlaced.class),
    PARTNER_NOTICE(PartnerNotice.class),
    RECEIPT(Receipt.class),
    REFUSAL(Refusal.class),
    RELEASE(ReleaseRequest.class),
    STATEMENT(Statement.class),
    STATUS(StatusNotice.class),
    USAGE_REPORT(UsageReport.class);

    private final Class<? extends DocumentBody> body;

    DocumentType(Class<? extends DocumentBody> body) {
        this.body = body;
    }

    public Class<? extends DocumentBody> body() {
        return body;
    }

    /** The type's name on the wire, for instance {@code usage-report}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static DocumentType of(DocumentBody body) {
        return Arrays.stream(values())
                .filter(type -> type.body.isInstance(body))
                .findFirst()
                .orElseThrow();
    }

    static DocumentType named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new DocumentException(
                        DocumentException.Code.DOCUMENT_TYPE_UNKNOWN, "There is no document type of that name"));
    }
}
