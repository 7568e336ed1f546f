package org.entente.billing.export;

import static org.entente.billing.export.FocusColumn.BILLED_COST;
import static org.entente.billing.export.FocusColumn.INVOICE_ID;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a Cost and Usage dataset against the rules of FOCUS 1.4 that apply to us, row by row and as a whole. It trusts
 * nothing that made the rows.
 */
public final class FocusCheck {
    private FocusCheck() {}

    /**
     * One rule that is broken.
     *
     * @param row counts from 1; 0 for the whole dataset
     */
    public record Finding(int row, String rule, String sentence) {}

    /** Every finding, in the order of the rows. */
    public static List<Finding> of(List<FocusRow> rows) {
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            int row = index + 1;
            FocusRowRules.broken(rows.get(index))
                    .forEach(broken -> findings.add(new Finding(row, broken.rule(), broken.sentence())));
        }
        findings.addAll(FocusSetRules.broken(rows));
        return List.copyOf(findings);
    }

    /**
     * Findings about what the invoices come to.
     *
     * @param payable what is to be paid for each of the issuer's invoices in the dataset, by its number
     */
    public static List<Finding> ofInvoices(List<FocusRow> rows, Map<String, BigDecimal> payable) {
        Map<String, BigDecimal> billed = new HashMap<>();
        for (FocusRow row : rows) {
            row.value(INVOICE_ID)
                    .ifPresent(invoice -> billed.merge(
                            invoice,
                            row.value(BILLED_COST).map(BigDecimal::new).orElse(BigDecimal.ZERO),
                            BigDecimal::add));
        }
        List<Finding> findings = new ArrayList<>();
        payable.forEach((invoice, amount) -> {
            BigDecimal sum = Optional.ofNullable(billed.remove(invoice)).orElse(BigDecimal.ZERO);
            if (sum.compareTo(amount) != 0) {
                findings.add(new Finding(
                        0,
                        "invoice sum",
                        "BilledCost of invoice " + invoice + " sums to " + sum.toPlainString() + ", but "
                                + amount.toPlainString() + " is to be paid"));
            }
        });
        billed.keySet()
                .forEach(invoice -> findings.add(new Finding(0, "invoice sum", "There is no invoice " + invoice)));
        return List.copyOf(findings);
    }
}
