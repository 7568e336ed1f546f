package org.entente.agreements.terms;

/** How the host operator's invoices are taxed (EN 16931 BT-151, codes of UNTDID 5305). */
public sealed interface TaxTreatment {
    /** The agreement's tax rate, above zero, is added. */
    record StandardRate() implements TaxTreatment {}

    /** No tax is added: the home operator accounts for it. */
    record ReverseCharge() implements TaxTreatment {}

    /**
     * No tax is due.
     *
     * @param reason as it must stand on the invoice (EN 16931 BT-120)
     */
    record Exempt(String reason) implements TaxTreatment {
        public Exempt {
            if (reason.isBlank() || reason.length() > 200) {
                throw new IllegalArgumentException("The reason of an exemption must have 1 to 200 characters");
            }
        }
    }

    /** The category's code on an invoice: {@code S}, {@code AE} or {@code E}. */
    default String code() {
        return switch (this) {
            case StandardRate rate -> "S";
            case ReverseCharge reversed -> "AE";
            case Exempt exempt -> "E";
        };
    }
}
