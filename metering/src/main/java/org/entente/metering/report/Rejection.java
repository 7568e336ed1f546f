package org.entente.metering.report;

import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.Answer;

/** Why a usage report is refused, for machines and for people. */
record Rejection(Code code, String sentence) {
    enum Code {
        AGREEMENT_UNKNOWN,
        /** The sender is not the agreement's host, or we are not its home operator. */
        NOT_THE_HOST,
        REPORT_NUMBER_UNEXPECTED,
        /** It does not build on the report before it. */
        PREVIOUS_REPORT_DIFFERS,
        REPORT_EMPTY,
        REPORT_TOO_LARGE,
        /** Its records lie in more than one billing period. */
        REPORT_SPANS_PERIODS,
        /** We meter no such instance at that place under that agreement. */
        UNKNOWN_INSTANCE,
        /** It states use that has not happened yet by our clock. */
        USAGE_IN_FUTURE,
        /** It states the same use twice, or use that an earlier report already stated. */
        USAGE_REPORTED_TWICE,
        USAGE_DIFFERS
    }

    Refusal refusal() {
        return new Refusal(code.name(), sentence);
    }

    Answer answer() {
        return Answer.refused(code.name(), sentence);
    }
}
