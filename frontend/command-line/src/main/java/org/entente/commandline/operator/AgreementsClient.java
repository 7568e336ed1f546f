package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Agreements, version by version. */
public final class AgreementsClient {
    private static final String PATH = "/api/v1/agreements";
    private final ApiCalls calls;

    AgreementsClient(ApiCalls calls) {
        this.calls = calls;
    }

    /**
     * A version for the host operator to propose. The server numbers it.
     *
     * @param home the operator whose customers will run on our sites
     * @param from when orders may first be placed under it
     * @param to when no order may be placed any more
     * @param zones the sites that it opens
     * @param billingZone the time zone whose midnights begin the billing periods
     */
    public record Proposal(
            String agreement,
            String home,
            Instant from,
            Instant to,
            List<String> zones,
            String currency,
            ZoneId billingZone,
            List<ProposedPrice> priceLines,
            Quota quota,
            ProposedSettlement settlement) {}

    /**
     * A line of the rate card.
     *
     * @param technology the only technology that it prices, or absent for any
     * @param per what the price buys, for instance {@code HOUR}
     */
    public record ProposedPrice(
            String id, String meter, Optional<String> technology, BigDecimal unitPrice, String per) {}

    /** The most that the home operator may hold at once. Memory in GiB. */
    public record Quota(int instances, BigDecimal vcpu, BigDecimal memoryGib) {}

    /**
     * How bills are checked, taxed and paid.
     *
     * @param tolerance the largest difference between both operators' totals that is not disputed
     */
    public record ProposedSettlement(
            BigDecimal tolerance, int disputeDays, int paymentDays, BigDecimal taxPercent, RoundingMode rounding) {}

    /**
     * One version of an agreement as one side has it.
     *
     * @param state {@code proposed} at who proposed it, {@code received} and {@code accepting} at the other, in the end
     *     {@code signed} at both
     * @param waitsFor who must do what, until when and what happens then; empty when nobody must
     */
    public record AgreementView(
            String agreement,
            int version,
            String state,
            String waitsFor,
            String host,
            String home,
            Instant from,
            Instant to,
            String currency,
            Terms terms) {
        public boolean isSigned() {
            return state.equals("signed");
        }

        /** Whether this operator has it from the other and has not answered it yet. */
        public boolean awaitsAcceptance() {
            return state.equals("received");
        }

        public List<String> zones() {
            return terms.zones();
        }
    }

    /** The terms as both sign them, as far as clients need them. */
    public record Terms(List<String> zones, RateCard rateCard) {}

    /** The prices. */
    public record RateCard(List<PriceLine> lines) {}

    /** One line of a rate card. */
    public record PriceLine(String id, String meter, Optional<String> technology, Price unitPrice, String per) {}

    /** An amount of a currency. */
    public record Price(String currency, BigDecimal amount) {}

    public List<AgreementView> all() {
        return calls.get(PATH, new TypeReference<List<AgreementView>>() {});
    }

    public void propose(Proposal proposal) {
        calls.post(PATH, proposal, IdempotencyKey.fresh());
    }

    /** Signs the version that the host operator proposed last. */
    public void accept(String agreement) {
        calls.post(PATH + "/" + agreement + "/acceptance", Map.of());
    }

    /** The latest version with its signatures, for a file. */
    public String document(String agreement) {
        return calls.text(PATH + "/" + agreement + "/document", "application/jose+json");
    }
}
