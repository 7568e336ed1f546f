package org.entente.agreements.agreement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Technology;
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

    /** One price line. */
    interface Line {
        Meter meter();

        /** The only technology that the line prices; any where absent. */
        Optional<Technology> technology();

        /** The price of one unit. */
        BigDecimal unitPrice();

        @WithDefault("HOUR")
        PricingUnit per();
    }
}
