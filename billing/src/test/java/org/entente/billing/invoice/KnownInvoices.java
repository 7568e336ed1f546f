package org.entente.billing.invoice;

import static org.entente.billing.Samples.ACME;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.ALBA_LYON;
import static org.entente.billing.Samples.BOREAL;
import static org.entente.billing.Samples.BOREAL_NORD;
import static org.entente.billing.Samples.DECEMBER;
import static org.entente.billing.Samples.PARIS;
import static org.entente.billing.Samples.euro;
import static org.entente.billing.Samples.seconds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.Pricing;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.billing.Samples;
import org.entente.billing.invoice.StoredInvoice.Heading;

/** Invoices for December 2026, with quantities whose amounts do not come out in whole cents. */
public final class KnownInvoices {
    private static final PriceLine VOLUME =
            new PriceLine("traffic", Meter.BYTES_OUT, Optional.empty(), euro("0.05"), PricingUnit.VOLUME);

    private KnownInvoices() {}

    /** Boreal's to Alba: a VM and a container group for the month, 41.23 EUR. */
    public static StoredInvoice toPartner(String taxPercent) {
        return invoice(
                BOREAL,
                new Buyer.Partner(ALBA, new AgreementId("winter"), new UUID(0, 1)),
                taxPercent,
                List.of(
                        item("pods-1", BOREAL_NORD, Technology.KUBERNETES, Samples.POD_VCPU, "180003.5"),
                        item("vm-1", BOREAL_NORD, Technology.OPENSTACK, Samples.VM_MEMORY, "10713600"),
                        item("vm-1", BOREAL_NORD, Technology.OPENSTACK, Samples.VM_VCPU, "5356800")));
    }

    /** Alba's to Acme: vCPUs at Boreal and at home, and what was sent to the Internet, counted by volume. */
    public static StoredInvoice toTenant(String taxPercent) {
        return invoice(
                ALBA,
                new Buyer.Customer(ACME),
                taxPercent,
                List.of(
                        item("pods-1", BOREAL_NORD, Technology.KUBERNETES, Samples.RETAIL_VCPU, "180003.5"),
                        item("vm-1", BOREAL_NORD, Technology.OPENSTACK, Samples.RETAIL_VCPU, "5356800"),
                        item("vm-2", ALBA_LYON, Technology.OPENSTACK, VOLUME, "12.345678901")));
    }

    static InvoiceItem item(String instance, Place place, Technology technology, PriceLine line, String quantity) {
        Quantity used = seconds(line.meter(), quantity);
        return new InvoiceItem(
                new InstanceId(instance), place, Optional.of(technology), line, used, Pricing.total(line, used));
    }

    private static StoredInvoice invoice(OperatorId issuer, Buyer buyer, String taxPercent, List<InvoiceItem> items) {
        LocalDate issued = LocalDate.of(2027, 1, 4);
        return new StoredInvoice(
                new Heading(
                        issuer.value().toUpperCase(Locale.ROOT) + "-2027-000001",
                        issuer,
                        DECEMBER,
                        PARIS.window(DECEMBER),
                        issued,
                        issued.plusDays(30)),
                buyer,
                Bill.of(items, RoundingMode.HALF_UP, new BigDecimal(taxPercent)),
                InvoiceState.ISSUED,
                Optional.empty());
    }
}
