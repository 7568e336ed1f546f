package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Billing periods and the documents of each. */
public final class FinanceClient {
    private static final String JSON = "application/json";
    private static final String SIGNED = "application/jose+json";
    private static final int PAGE_SIZE = 100;
    private static final int PAGES_MAX = 100;

    private final ApiCalls calls;

    FinanceClient(ApiCalls calls) {
        this.calls = calls;
    }

    /**
     * How far the closing of a period has come.
     *
     * @param state {@code OPEN}, {@code CLOSING} or {@code CLOSED}
     */
    public record PeriodView(String period, String state, List<WaitView> waits) {}

    /**
     * What a closing waits for.
     *
     * @param owner the operator that must act
     */
    public record WaitView(String owner, String reason) {}

    /** A host operator's numbered batch of usage under an agreement. */
    public record UsageReportView(String agreement, long number, String state) {}

    private record UsageReportPage(List<UsageReportView> items, long total) {}

    /** How a statement stands. A deferred one came too early for the home operator, and a new one follows. */
    public enum StatementState {
        SENT,
        DEFERRED,
        ACCEPTED,
        REFUSED,
        /** By ourselves, since there is no more business with the partner. */
        FINAL,
        /** By a partner that closed with us, beside our own. */
        TOLD;

        /** For people. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A closed period's charges under one agreement, as one side has them.
     *
     * @param document the signed document's id
     * @param ownTotal what this operator computed by its own records
     * @param statedTotal what the host operator stated
     * @param reason why it was not accepted
     */
    public record StatementView(
            String agreement,
            String period,
            String document,
            StatementState state,
            BigDecimal ownTotal,
            BigDecimal statedTotal,
            String currency,
            Optional<String> reason) {}

    /**
     * An invoice, issued or received. Net, tax and payable are in whole coins.
     *
     * @param buyer an operator, or a tenant of the issuer
     * @param agreement under which an operator invoices another; absent on a tenant's invoice
     */
    public record InvoiceView(
            String number,
            String issuer,
            String buyer,
            Optional<String> agreement,
            String period,
            String state,
            Optional<String> reason,
            String currency,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal payable,
            List<InvoiceLineView> lines) {}

    /**
     * One instance's use under one price line.
     *
     * @param quantity in the meter's own units: resource-seconds or GiB
     * @param per what the unit price buys, for instance {@code HOUR}
     * @param exactAmount before rounding to coins
     */
    public record InvoiceLineView(
            String instance,
            String priceLine,
            String meter,
            BigDecimal quantity,
            BigDecimal unitPrice,
            String per,
            BigDecimal exactAmount) {}

    public void close(YearMonth period, IdempotencyKey key) {
        calls.post("/api/v1/periods/" + period + "/close", key);
    }

    public PeriodView period(YearMonth period) {
        return calls.get("/api/v1/periods/" + period, new TypeReference<PeriodView>() {});
    }

    /** The reports of a period under an agreement, in the order of their numbers. */
    public List<UsageReportView> usageReports(YearMonth period, String agreement) {
        String query = "/api/v1/usage-reports?period=" + period + "&agreement=" + segment(agreement);
        List<UsageReportView> all = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            UsageReportPage next =
                    calls.get(query + "&page=" + page + "&size=" + PAGE_SIZE, new TypeReference<UsageReportPage>() {});
            all.addAll(next.items());
            if (next.items().isEmpty() || all.size() >= next.total()) {
                break;
            }
        }
        return all;
    }

    public List<StatementView> statements(YearMonth period) {
        return calls.get("/api/v1/statements?period=" + period, new TypeReference<List<StatementView>>() {});
    }

    public List<InvoiceView> invoices(YearMonth period) {
        return calls.get("/api/v1/invoices?period=" + period, new TypeReference<List<InvoiceView>>() {});
    }

    /** The signed usage report, for a file. */
    public String usageReportDocument(String agreement, long number) {
        return calls.text("/api/v1/usage-reports/" + segment(agreement) + "/" + number, SIGNED);
    }

    /** The signed statement, for a file. */
    public String statementDocument(String agreement, YearMonth period) {
        return calls.text("/api/v1/statements/" + segment(agreement) + "/" + period, SIGNED);
    }

    /** The invoice with all its lines in JSON, for a file. */
    public String invoiceText(String number) {
        return calls.text("/api/v1/invoices/" + segment(number), JSON);
    }

    /** The signed invoice between operators, for a file. */
    public String invoiceDocument(String number) {
        return calls.text("/api/v1/invoices/" + segment(number), SIGNED);
    }

    /** The invoice in UBL 2.1 (EN 16931), for a file. */
    public String invoiceUbl(String number) {
        return calls.text("/api/v1/invoices/" + segment(number) + "/ubl.xml", "application/xml");
    }

    /** Cost and usage in FOCUS 1.4, for a file. */
    public String focus(YearMonth period) {
        return calls.text("/api/v1/exports/focus.csv?period=" + period, "text/csv");
    }

    /** The ledger's journal as hledger reads it, for a file. */
    public String journal(YearMonth period) {
        return calls.text("/api/v1/exports/journal?period=" + period, "text/plain");
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
