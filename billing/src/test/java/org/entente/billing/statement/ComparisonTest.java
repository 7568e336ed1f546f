package org.entente.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.DECEMBER;
import static org.entente.billing.Samples.euro;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.entente.agreements.document.Statement;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Technology;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.Samples;
import org.entente.billing.rating.ChargeTotal;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final AgreementTerms TERMS = Samples.agreement("winter").terms();
    private static final Money CENT = euro("0.01");

    @Test
    void sameLinesAgreeToTheLastDigit() {
        Statement own = statement(total("vm-1", "26.784"), total("vm-2", "4.320035"));

        assertThat(Comparison.of(own, own, CENT)).isEqualTo(new Comparison.Agrees(euro("31.104035"), true));
    }

    @Test
    void differencesWithinTheToleranceAgreeButNotExactly() {
        Statement stated = statement(total("vm-1", "26.794"));

        assertThat(Comparison.of(stated, statement(total("vm-1", "26.784")), CENT))
                .isEqualTo(new Comparison.Agrees(euro("26.784"), false));
    }

    @Test
    void firstDifferenceIsNamedWithBothAmounts() {
        Statement stated = statement(total("vm-1", "26.784"), total("vm-2", "4.40"));
        Statement own = statement(total("vm-1", "26.784"), total("vm-2", "4.320035"));

        assertThat(Comparison.of(stated, own, CENT))
                .isEqualTo(
                        new Comparison.Differs(
                                "Instance vm-2 at price line vm-vcpu is stated at 4.4 EUR, but comes to"
                                        + " 4.320035 EUR here; all differences together are 0.079965 EUR, the tolerance is 0.01 EUR"));
    }

    @Test
    void differencesOfOppositeSignDoNotCancelOut() {
        Statement stated = statement(total("vm-1", "11"), total("vm-2", "9"));
        Statement own = statement(total("vm-1", "10"), total("vm-2", "10"));

        assertThat(stated.total()).isEqualTo(own.total());
        assertThat(Comparison.of(stated, own, CENT)).isInstanceOf(Comparison.Differs.class);
    }

    @Test
    void missingLineCountsWithItsWholeAmount() {
        Statement stated = statement(total("vm-1", "26.784"));
        Statement own = statement(total("vm-1", "26.784"), total("vm-2", "4.320035"));

        assertThat(Comparison.of(stated, own, CENT))
                .asInstanceOf(InstanceOfAssertFactories.type(Comparison.Differs.class))
                .extracting(Comparison.Differs::sentence)
                .asString()
                .startsWith("Instance vm-2 at price line vm-vcpu is stated at 0 EUR, but comes to 4.320035 EUR here");
    }

    private static Statement statement(ChargeTotal... totals) {
        return StatementDraft.of(TERMS, DECEMBER, List.of(totals));
    }

    private static ChargeTotal total(String instance, String amount) {
        return new ChargeTotal(
                new InstanceId(instance),
                Samples.BOREAL_NORD,
                Technology.OPENSTACK,
                Samples.VM_VCPU,
                Samples.seconds(Meter.VCPU, "3600"),
                euro(amount));
    }
}
