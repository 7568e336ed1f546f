package org.entente.billing.ledger;

import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.TenantId;

/**
 * One account of the books, its name in parts joined by colons, the broadest first. What is used but not billed yet is
 * kept apart, by partner or tenant.
 */
public record Account(String name) implements Comparable<Account> {
    public static final Account WHOLESALE_REVENUE = new Account("revenue:wholesale");
    public static final Account RETAIL_REVENUE = new Account("revenue:retail");
    public static final Account WHOLESALE_COST = new Account("cost:wholesale");
    /** Tax that we charged and owe to the state. */
    public static final Account OUTPUT_TAX = new Account("tax:output");
    /** Tax that we were charged and may claim back. */
    public static final Account INPUT_TAX = new Account("tax:input");
    /** What rounding invoice lines to coins gave or took. */
    public static final Account ROUNDING = new Account("difference:rounding");
    /** What a partner's accepted total differs from our own, within the agreement's tolerance. */
    public static final Account TOLERANCE = new Account("difference:tolerance");

    public static Account unbilledReceivable(OperatorId partner) {
        return new Account("receivable:unbilled:operator:" + partner);
    }

    public static Account unbilledReceivable(TenantId tenant) {
        return new Account("receivable:unbilled:tenant:" + tenant);
    }

    public static Account unbilledPayable(OperatorId partner) {
        return new Account("payable:unbilled:operator:" + partner);
    }

    public static Account receivable(OperatorId partner) {
        return new Account("receivable:billed:operator:" + partner);
    }

    public static Account receivable(TenantId tenant) {
        return new Account("receivable:billed:tenant:" + tenant);
    }

    public static Account payable(OperatorId partner) {
        return new Account("payable:billed:operator:" + partner);
    }

    @Override
    public int compareTo(Account other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
