package org.entente.commandline.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a story brought, as {@code --json} prints it.
 *
 * @param folder where the files are
 * @param period the billed month, for instance {@code 2027-01}
 * @param orderToActiveMillis from the order's POST until the deployment was seen active
 * @param totals each operator's total under the agreement, by its own records, with every digit
 * @param equal whether both totals are the same text
 * @param files names relative to the folder
 * @param lab what the lab's own API showed, when it took part
 */
public record StoryReport(
        String folder,
        String period,
        long orderToActiveMillis,
        String deployment,
        List<InstanceReport> instances,
        Map<String, BigDecimal> totals,
        List<InvoiceReport> invoices,
        @JsonProperty("equal") boolean equal,
        List<String> files,
        Optional<LabReport> lab) {
    /** The report for people. */
    public List<String> lines() {
        return StoryTable.lines(this);
    }

    /** In what the totals differ, if they do. */
    public Optional<String> difference() {
        return equal ? Optional.empty() : Optional.of(StoryTable.verdict(this));
    }

    /**
     * One instance.
     *
     * @param seconds from its start to its end
     * @param price what its host operator asks for an hour of it
     * @param amount what its host operator charges for it
     * @param tenantAmount what the tenant pays for it
     */
    public record InstanceReport(
            String instance,
            String name,
            String site,
            String operator,
            long seconds,
            BigDecimal price,
            BigDecimal amount,
            String currency,
            BigDecimal tenantAmount) {}

    /**
     * One invoice.
     *
     * @param issuer the operator that asks to be paid
     * @param payer the operator or the tenant that pays
     */
    public record InvoiceReport(
            String number,
            String issuer,
            String payer,
            String currency,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal payable) {}

    /**
     * A server of the lab, seen in Nova past the broker.
     *
     * @param statusWhileActive Nova's status of it while the deployment was active
     * @param goneAfterRelease whether Nova knew it no more after the release
     */
    public record LabReport(String instance, String server, String statusWhileActive, boolean goneAfterRelease) {}
}
