package org.entente.billing.export;

import java.math.BigDecimal;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import org.entente.billing.invoice.Buyer;
import org.entente.billing.invoice.StoredInvoice;

/** The VAT category of an invoice (UNTDID 5305, as EN 16931 restricts it). An invoice of ours has one. */
enum TaxTreatment {
    /** Taxed at a rate above zero. */
    STANDARD("S"),
    /** A tenant's invoice at the rate zero. */
    ZERO_RATED("Z"),
    /** Between operators at the rate zero: the buyer accounts for the tax. */
    REVERSE_CHARGE("AE");

    private final String code;

    TaxTreatment(String code) {
        this.code = code;
    }

    static TaxTreatment of(StoredInvoice invoice) {
        if (invoice.bill().taxPercent().signum() > 0) {
            return STANDARD;
        }
        return switch (invoice.buyer()) {
            case Buyer.Partner partner -> REVERSE_CHARGE;
            case Buyer.Customer customer -> ZERO_RATED;
        };
    }

    /** The category of one line. */
    TaxCategoryType ofLine(BigDecimal percent) {
        TaxCategoryType category = new TaxCategoryType();
        category.setID(code);
        category.setPercent(percent);
        category.setTaxScheme(scheme());
        return category;
    }

    /** The category in the breakdown of the tax, with the reason where no tax is added. */
    TaxCategoryType summary(BigDecimal percent) {
        TaxCategoryType category = ofLine(percent);
        if (this == REVERSE_CHARGE) {
            category.setTaxExemptionReasonCode("VATEX-EU-AE");
            TaxExemptionReasonType reason = new TaxExemptionReasonType();
            reason.setValue("Reverse charge");
            category.addTaxExemptionReason(reason);
        }
        return category;
    }

    static TaxSchemeType scheme() {
        TaxSchemeType scheme = new TaxSchemeType();
        scheme.setID("VAT");
        return scheme;
    }
}
