package org.entente.agreements.exchange;

/** What came of one try to deliver a document. */
sealed interface Delivery {
    /** The partner's signed answer, as text that was not checked yet. */
    record Answered(String text) implements Delivery {}

    /** The partner's broker will not take the document, now or later. */
    record Rejected(String code, String sentence) implements Delivery {}

    /** No usable answer. Worth trying again. */
    record Failed(String reason) implements Delivery {}
}
