package org.entente.metering.report;

/**
 * How a usage report stands.
 *
 * <pre>
 *   at the host:  SENT ──► COUNTERSIGNED | REFUSED
 *   at the home:  COUNTERSIGNED | REFUSED, by its first and only answer
 * </pre>
 */
public enum ReportState {
    /** The home operator has not answered yet. */
    SENT,
    /** Both operators signed it: its records are what will be paid for. */
    COUNTERSIGNED,
    /** The home operator signed a refusal: none of its records counts. */
    REFUSED
}
