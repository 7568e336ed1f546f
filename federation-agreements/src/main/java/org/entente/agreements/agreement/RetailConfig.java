package org.entente.agreements.agreement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.Granularity;
import org.entente.agreements.pricing.PricingUnit;

/** What the operator asks of its own tenants. */
@ConfigMapping(prefix = "entente.retail")
public interface RetailConfig {
    /** The ISO 4217 code of the currency that tenants are billed in. */
    @WithDefault("EUR")
    String currency();

    /** The time zone in which a tenant's billing month begins. */
    @WithDefault("UTC")
    ZoneId zone();

    /** The tax rate added to a tenant's invoice, in percent. */
    @WithDefault("0")
    BigDecimal taxPercent();

    /** Days until a tenant's invoice is due. */
    @WithDefault("30")
    int paymentDays();

    /** The price lines by their ids. */
    Map<String, Line> lines();

    /**
     * What is added to a partner's wholesale price, in percent. Where it is stated, tenants pay wholesale prices marked up
     * on partners' sites, and the price lines on our own.
     */
    Optional<BigDecimal> markUpPercent();

    /** Other percentages for single wholesale price lines, by their ids. */
    Map<String, BigDecimal> markUpPercentByLine();

    /** One price line. */
    interface Line {
        Meter meter();

        /** The only technology that the line prices; any where absent. */
        Optional<Technology> technology();

        /** The only sites that it prices; any where absent. */
        Optional<List<String>> sites();

        /** The price of one unit. Left out where tiers are stated. */
        Optional<BigDecimal> unitPrice();

        /** Tiers that price what lies within them. */
        List<TierConfig> graduated();

        /** Tiers of which the one that is reached prices all. */
        List<TierConfig> volume();

        @WithDefault("HOUR")
        PricingUnit per();

        /** How the running time of an instance is rounded up. */
        @WithDefault("SECOND")
        Granularity granularity();

        /** Over what tiers run: each instance by itself, or all of a tenant together. */
        @WithDefault("PER_INSTANCE")
        Counting counting();

        Optional<BigDecimal> startFee();

        Optional<BigDecimal> minimum();

        @WithDefault("0")
        BigDecimal discountPercent();
    }

    /** One tier. */
    interface TierConfig {
        /** The last quantity in it, in the line's unit; absent for the last tier. */
        Optional<BigDecimal> upTo();

        BigDecimal unitPrice();
    }
}
