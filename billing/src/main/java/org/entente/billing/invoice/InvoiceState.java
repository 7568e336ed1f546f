package org.entente.billing.invoice;

/**
 * How an invoice stands.
 *
 * <pre>
 * to a tenant:   ISSUED
 * to a partner:  SENT --> ACKNOWLEDGED | REFUSED
 * from a partner: RECEIVED
 * </pre>
 */
public enum InvoiceState {
    ISSUED,
    SENT,
    ACKNOWLEDGED,
    REFUSED,
    RECEIVED
}
