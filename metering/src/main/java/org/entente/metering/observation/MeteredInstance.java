package org.entente.metering.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.terms.BillingCalendar;

/**
 * An instance whose use counts, with all that its usage records need. Who meters it shows in whom it names: the host
 * operator names the agreement only; the home operator names its tenant, and the agreement too when the instance runs at
 * a partner.
 *
 * @param amounts what it holds of each meter over time, in the meter's resource, with at most nine decimal places
 * @param calendar at whose midnights its usage records end
 * @param startedAt from when its use counts; whole seconds
 */
public record MeteredInstance(
        InstanceId instance,
        Place place,
        Technology technology,
        Optional<TenantId> tenant,
        Optional<AgreementId> agreement,
        Map<Meter, BigDecimal> amounts,
        BillingCalendar calendar,
        Instant startedAt) {
    public MeteredInstance {
        if (tenant.isEmpty() && agreement.isEmpty()) {
            throw new IllegalArgumentException("Instance " + instance + " is metered for a tenant or an agreement");
        }
        startedAt = WholeSeconds.checked(startedAt);
        amounts = checked(instance, amounts);
    }

    /** Whether we see it only through its host's eyes. */
    public boolean runsAtPartner() {
        return tenant.isPresent() && agreement.isPresent();
    }

    private static Map<Meter, BigDecimal> checked(InstanceId instance, Map<Meter, BigDecimal> amounts) {
        Map<Meter, BigDecimal> held = new EnumMap<>(Meter.class);
        amounts.forEach((meter, amount) -> {
            if (meter.counting() != Meter.Counting.OVER_TIME || amount.signum() < 0) {
                throw new IllegalArgumentException("Instance " + instance + " cannot hold " + amount + " of " + meter);
            }
            if (amount.signum() > 0) {
                held.put(meter, amount.setScale(Quantity.SCALE, RoundingMode.UNNECESSARY));
            }
        });
        if (held.isEmpty()) {
            throw new IllegalArgumentException("Instance " + instance + " holds nothing that can be metered");
        }
        // In the meters' own order, so that both operators write their records in the same one.
        return Collections.unmodifiableMap(held);
    }
}
