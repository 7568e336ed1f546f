package org.entente.agreements.pricing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;

/** Price lines and uses that the tests of pricing share. */
final class Lines {
    static final SiteId OSLO = new SiteId("oslo");
    static final PricedUse VM_VCPU = new PricedUse(Meter.VCPU, Technology.OPENSTACK, OSLO, Optional.of("m1.small"));

    private Lines() {}

    static Money euro(String amount) {
        return Money.of("EUR", amount);
    }

    /** A flat hourly price of virtual processors, anywhere and always. */
    static PriceLine hourly(String id, String price) {
        return new PriceLine(id, Meter.VCPU, Optional.empty(), euro(price), PricingUnit.HOUR);
    }

    /** A price of data sent, per GiB. */
    static PriceLine sent(PriceScheme scheme) {
        return new PriceLine("sent", Meter.BYTES_OUT, Optional.empty(), euro("0"), PricingUnit.VOLUME).by(scheme);
    }

    static Quantity gib(String amount) {
        return new Quantity(Meter.BYTES_OUT, new BigDecimal(amount));
    }

    static Quantity vcpuSeconds(long seconds) {
        return new Quantity(Meter.VCPU, BigDecimal.valueOf(seconds));
    }

    /** One virtual processor held for a time. */
    static Used held(Duration running) {
        return new Used(vcpuSeconds(running.toSeconds()), running);
    }

    static Window window(String from, String to) {
        return new Window(Instant.parse(from), Instant.parse(to));
    }

    /** What one instance's uses cost, charged one after the other. */
    static Money charged(PriceLine line, Iterable<Used> uses) {
        RunningTotal reached = RunningTotal.none(line.meter());
        Money sum = Money.zero(line.currency());
        for (Used use : uses) {
            sum = sum.plus(Pricing.charge(line, reached, use));
            reached = reached.plus(use);
        }
        return sum;
    }
}
