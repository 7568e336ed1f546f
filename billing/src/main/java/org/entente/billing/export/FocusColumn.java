package org.entente.billing.export;

/**
 * The columns of our FOCUS 1.4 Cost and Usage file, in the order in which they are written: by name.
 *
 * <p>It has every mandatory column, every conditional one whose condition holds for us, and the recommended ones that we can
 * fill. Left out is what we do not sell: split cost allocation, capacity reservations, commitment discounts and programs,
 * prices in a currency other than the billed one, more than one type of sub account, and tags.
 */
public enum FocusColumn {
    AVAILABILITY_ZONE("AvailabilityZone", Format.TEXT, Nulls.ALLOWED),
    BILLED_COST("BilledCost", Format.DECIMAL, Nulls.REFUSED),
    BILLING_ACCOUNT_ID("BillingAccountId", Format.TEXT, Nulls.REFUSED),
    BILLING_ACCOUNT_NAME("BillingAccountName", Format.TEXT, Nulls.ALLOWED),
    BILLING_ACCOUNT_TYPE("BillingAccountType", Format.TEXT, Nulls.REFUSED),
    BILLING_CURRENCY("BillingCurrency", Format.CURRENCY, Nulls.REFUSED),
    BILLING_PERIOD_END("BillingPeriodEnd", Format.TIME, Nulls.REFUSED),
    BILLING_PERIOD_START("BillingPeriodStart", Format.TIME, Nulls.REFUSED),
    CHARGE_CATEGORY("ChargeCategory", Format.TEXT, Nulls.REFUSED),
    CHARGE_CLASS("ChargeClass", Format.TEXT, Nulls.ALLOWED),
    CHARGE_DESCRIPTION("ChargeDescription", Format.TEXT, Nulls.ALLOWED),
    CHARGE_FREQUENCY("ChargeFrequency", Format.TEXT, Nulls.REFUSED),
    CHARGE_PERIOD_END("ChargePeriodEnd", Format.TIME, Nulls.REFUSED),
    CHARGE_PERIOD_START("ChargePeriodStart", Format.TIME, Nulls.REFUSED),
    CONSUMED_QUANTITY("ConsumedQuantity", Format.DECIMAL, Nulls.ALLOWED),
    CONSUMED_UNIT("ConsumedUnit", Format.TEXT, Nulls.ALLOWED),
    CONTRACT_APPLIED("ContractApplied", Format.JSON, Nulls.ALLOWED),
    CONTRACTED_COST("ContractedCost", Format.DECIMAL, Nulls.REFUSED),
    CONTRACTED_UNIT_PRICE("ContractedUnitPrice", Format.PRICE, Nulls.ALLOWED),
    EFFECTIVE_COST("EffectiveCost", Format.DECIMAL, Nulls.REFUSED),
    HOST_PROVIDER_NAME("HostProviderName", Format.TEXT, Nulls.ALLOWED),
    INVOICE_DETAIL_ID("InvoiceDetailId", Format.TEXT, Nulls.ALLOWED),
    INVOICE_ID("InvoiceId", Format.TEXT, Nulls.ALLOWED),
    INVOICE_ISSUER_NAME("InvoiceIssuerName", Format.TEXT, Nulls.REFUSED),
    LIST_COST("ListCost", Format.DECIMAL, Nulls.REFUSED),
    LIST_UNIT_PRICE("ListUnitPrice", Format.PRICE, Nulls.ALLOWED),
    PRICING_CATEGORY("PricingCategory", Format.TEXT, Nulls.ALLOWED),
    PRICING_QUANTITY("PricingQuantity", Format.DECIMAL, Nulls.ALLOWED),
    PRICING_UNIT("PricingUnit", Format.TEXT, Nulls.ALLOWED),
    REGION_ID("RegionId", Format.TEXT, Nulls.ALLOWED),
    REGION_NAME("RegionName", Format.TEXT, Nulls.ALLOWED),
    RESOURCE_ID("ResourceId", Format.TEXT, Nulls.ALLOWED),
    RESOURCE_NAME("ResourceName", Format.TEXT, Nulls.ALLOWED),
    RESOURCE_TYPE("ResourceType", Format.TEXT, Nulls.ALLOWED),
    SERVICE_CATEGORY("ServiceCategory", Format.TEXT, Nulls.REFUSED),
    SERVICE_NAME("ServiceName", Format.TEXT, Nulls.REFUSED),
    SERVICE_PROVIDER_NAME("ServiceProviderName", Format.TEXT, Nulls.REFUSED),
    SERVICE_SUBCATEGORY("ServiceSubcategory", Format.TEXT, Nulls.REFUSED),
    SKU_ID("SkuId", Format.TEXT, Nulls.ALLOWED),
    SKU_METER("SkuMeter", Format.TEXT, Nulls.ALLOWED),
    SKU_PRICE_DETAILS("SkuPriceDetails", Format.JSON, Nulls.ALLOWED),
    SKU_PRICE_ID("SkuPriceId", Format.TEXT, Nulls.ALLOWED),
    SUB_ACCOUNT_ID("SubAccountId", Format.TEXT, Nulls.ALLOWED),
    SUB_ACCOUNT_NAME("SubAccountName", Format.TEXT, Nulls.ALLOWED);

    private final String id;
    private final Format format;
    private final Nulls nulls;

    FocusColumn(String id, Format format, Nulls nulls) {
        this.id = id;
        this.format = format;
        this.nulls = nulls;
    }

    /** The column's name in the file. */
    public String id() {
        return id;
    }

    Format format() {
        return format;
    }

    boolean allowsNull() {
        return nulls == Nulls.ALLOWED;
    }

    /** How a column's values are written (FOCUS 1.4, attributes). */
    enum Format {
        TEXT,
        /** Plain decimal text of either sign. */
        DECIMAL,
        /** Plain decimal text, not negative. */
        PRICE,
        /** {@code YYYY-MM-DDTHH:mm:ssZ}. */
        TIME,
        /** The ISO 4217 code of a national currency: it has coins, which metals and test codes have not. */
        CURRENCY,
        /** A JSON object. */
        JSON
    }

    private enum Nulls {
        ALLOWED,
        REFUSED
    }
}
