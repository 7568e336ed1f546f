package org.entente.broker.placement;

import org.entente.agreements.language.Money;
import org.entente.broker.site.Workload;

/**
 * What a tenant pays at sites that all ask the same, at one moment and in the tenant's currency. Equal where it asks the same,
 * so that many sites are priced at once.
 */
public interface SitePrices {
    Money perHour(Workload workload);

    /** Of 730 hours. */
    Money perMonth(Workload workload);
}
