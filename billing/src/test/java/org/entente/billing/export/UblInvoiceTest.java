package org.entente.billing.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.entente.billing.invoice.Buyer;
import org.entente.billing.invoice.KnownInvoices;
import org.entente.billing.invoice.StoredInvoice;
import org.entente.billing.party.Party;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UblInvoiceTest {
    private static final Party SELLER = party("Boreal Edge", "FI", Optional.of("FI00000000"), "0213");
    private static final Party BUYER = party("Alba Edge", "FR", Optional.of("FR00000000000"), "9957");
    private static final Party TENANT = party("Acme & Sons <Lyon>", "FR", Optional.empty(), "9957");

    @BeforeAll
    static void rulesAreCompiledOnce() {
        InvoiceRules.EN_16931.broken(xml(KnownInvoices.toTenant("20")));
        InvoiceRules.PEPPOL_BIS_3.broken(xml(KnownInvoices.toTenant("20")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "24", "25.5"})
    void invoiceToAPartnerKeepsEveryPublishedRule(String taxPercent) {
        assertKeepsTheRules(xml(KnownInvoices.toPartner(taxPercent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5.5", "20"})
    void invoiceToATenantKeepsEveryPublishedRule(String taxPercent) {
        assertKeepsTheRules(xml(KnownInvoices.toTenant(taxPercent)));
    }

    @ParameterizedTest
    @CsvSource({
        "BR-CO-10, '<cbc:LineExtensionAmount currencyID=\"EUR\">46.76<', '<cbc:LineExtensionAmount currencyID=\"EUR\">46.77<'",
        "BR-CO-16, '<cbc:PayableAmount currencyID=\"EUR\">56.11<', '<cbc:PayableAmount currencyID=\"EUR\">56.12<'",
        "BR-CO-17, '<cbc:TaxAmount currencyID=\"EUR\">9.35<', '<cbc:TaxAmount currencyID=\"EUR\">19.35<'",
        "BR-CL-01, '<cbc:InvoiceTypeCode>380<', '<cbc:InvoiceTypeCode>1<'",
        "BR-CL-14, '<cbc:IdentificationCode>FR<', '<cbc:IdentificationCode>ZZ<'",
        "BR-CL-23, 'unitCode=\"HUR\"', 'unitCode=\"hours\"'"
    })
    void wrongInvoiceIsFound(String rule, String right, String wrong) {
        String xml = xml(KnownInvoices.toTenant("20"));
        assertThat(xml).contains(right);

        assertThat(InvoiceRules.EN_16931.broken(xml.replace(right, wrong))).anyMatch(broken -> broken.contains(rule));
    }

    @Test
    void peppolFindsALineThatIsNotItsQuantityTimesItsPrice() {
        String xml = xml(KnownInvoices.toTenant("20"))
                .replace("<cbc:PriceAmount currencyID=\"EUR\">0.03<", "<cbc:PriceAmount currencyID=\"EUR\">0.04<");

        assertThat(InvoiceRules.PEPPOL_BIS_3.broken(xml)).anyMatch(broken -> broken.contains("PEPPOL-EN16931-R120"));
    }

    @Test
    void zeroRateBetweenOperatorsIsReverseCharge() {
        assertThat(xml(KnownInvoices.toPartner("0")))
                .contains("<cbc:TaxExemptionReasonCode>VATEX-EU-AE</cbc:TaxExemptionReasonCode>");
        assertThat(xml(KnownInvoices.toTenant("0"))).doesNotContain("TaxExemptionReason");
    }

    @Test
    void sameInvoiceGivesTheSameBytes() {
        assertThat(xml(KnownInvoices.toPartner("0"))).isEqualTo(xml(KnownInvoices.toPartner("0")));
    }

    private static void assertKeepsTheRules(String xml) {
        assertThat(InvoiceRules.EN_16931.broken(xml)).isEmpty();
        assertThat(InvoiceRules.PEPPOL_BIS_3.broken(xml)).isEmpty();
    }

    private static String xml(StoredInvoice invoice) {
        return new UblInvoice(invoice, SELLER, invoice.buyer() instanceof Buyer.Partner ? BUYER : TENANT).xml();
    }

    private static Party party(String name, String country, Optional<String> taxNumber, String endpointScheme) {
        return new Party(
                name, "1 Test Street", "Testham", "00100", country, taxNumber, endpointScheme, "FR00000000000");
    }
}
