package org.entente.agreements.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.language.OperatorId;
import org.junit.jupiter.api.Test;

class PartnerMetersTest {
    private static final OperatorId BOREAL = new OperatorId("boreal");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PartnerMeters meters = new PartnerMeters(registry);

    @Test
    void refusalsAreCountedByWhoRefusedAndWhy() {
        meters.answered(BOREAL, new Refusal("QUOTA_VCPU", "The agreement allows 20 vCPU"));
        meters.answered(BOREAL, new Acknowledgement());
        meters.refusedByUs(BOREAL, "QUOTA_VCPU");
        meters.refusedByUs(BOREAL, "QUOTA_VCPU");

        assertThat(count("QUOTA_VCPU", "theirs")).isEqualTo(1);
        assertThat(count("QUOTA_VCPU", "ours")).isEqualTo(2);
    }

    @Test
    void aPartnerCannotMakeSeriesWithoutEnd() {
        for (int number = 0; number < 500; number++) {
            meters.answered(BOREAL, new Refusal("CODE_" + number, "No"));
        }
        meters.answered(BOREAL, new Refusal("no code \n at all", "No"));

        assertThat(registry.find("entente.partner.refusals").counters()).hasSize(101);
        assertThat(count("OTHER", "theirs")).isEqualTo(401);
    }

    private double count(String code, String whose) {
        return registry
                .find("entente.partner.refusals")
                .tags("partner", "boreal", "code", code, "whose", whose)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
