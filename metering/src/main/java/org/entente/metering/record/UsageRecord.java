package org.entente.metering.record;

import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.Window;

/**
 * A fact: one quantity of one meter of one instance over one window. It never changes and never goes away.
 *
 * @param position grows in the order in which records were committed; there may be numbers that no record has
 * @param tenant whose use it is at the home operator; absent at the host of a partner's instance
 * @param agreement under which it ran at another operator; absent for an own tenant on an own site
 * @param window never reaches over a midnight of the instance's billing calendar
 * @param quantity never zero
 */
public record UsageRecord(
        long position,
        InstanceId instance,
        Place place,
        Technology technology,
        Optional<TenantId> tenant,
        Optional<AgreementId> agreement,
        Window window,
        Quantity quantity) {

    public UsageKey key() {
        return new UsageKey(instance, quantity.meter(), window.from());
    }
}
