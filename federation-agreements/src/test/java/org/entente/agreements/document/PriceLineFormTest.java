package org.entente.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.entente.agreements.pricing.PriceLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One form for each price line, in a signed document and by itself. */
class PriceLineFormTest {
    static Stream<PriceLine> lines() {
        return Stream.concat(Samples.terms().rateCard().lines().stream(), RichTerms.rateCard().lines().stream());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineComesBackAsItWas(PriceLine line) {
        assertThat(PriceLineJson.read(PriceLineJson.write(line))).isEqualTo(line);
    }

    @Test
    void aFlatLineIsAsSimpleAsEver() {
        assertThat(PriceLineJson.write(Samples.terms().rateCard().lines().getFirst()))
                .isEqualTo("{\"id\":\"vm-vcpu\",\"meter\":\"VCPU\",\"per\":\"HOUR\",\"technology\":\"OPENSTACK\","
                        + "\"unitPrice\":{\"amount\":\"0.012\",\"currency\":\"EUR\"}}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "days out of order         | '[\"MONDAY\",\"SUNDAY\"]'     | '[\"SUNDAY\",\"MONDAY\"]'",
                "a day that is none        | '\"SUNDAY\"'                   | '\"SABBATH\"'",
                "flavours out of order     | '\"m1.small\",\"m1.tiny\"'     | '\"m1.tiny\",\"m1.small\"'",
                "a time without its seconds | '\"22:30:00\"' | '\"22:30\"'",
                "a default that is stated  | '\"id\":\"base\"'              | '\"granularity\":\"SECOND\",\"id\":\"base\"'",
                "an empty list of sites    | '\"per\":\"HOUR\",\"unitPrice\"' | '\"per\":\"HOUR\",\"sites\":[],\"unitPrice\"'",
                "two schemes in one line   | '\"per\":\"HOUR\",\"unitPrice\"' | '\"packages\":{\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"},\"size\":\"1\"},\"per\":\"HOUR\",\"unitPrice\"'",
                "no scheme in a line       | '\"unitPrice\":{\"amount\":\"0.012\",\"currency\":\"EUR\"}' | '\"unitPrice\":null'",
                "a negative price          | '\"amount\":\"0.012\"'         | '\"amount\":\"-0.012\"'",
                "a tier below the one before | '\"upTo\":\"100\"'           | '\"upTo\":\"-1\"'",
                "an edge with idle zeros   | '\"upTo\":\"100\"'             | '\"upTo\":\"100.0\"'",
                "another currency          | '\"amount\":\"0.012\",\"currency\":\"EUR\"' | '\"amount\":\"0.012\",\"currency\":\"NOK\"'",
                "a site that is no zone    | '\"sites\":[\"oslo\"]'         | '\"sites\":[\"bergen\"]'",
                "countries out of order    | '[\"NO\",\"SE\"]'             | '[\"SE\",\"NO\"]'",
                "a country that is none    | '\"SE\"'                       | '\"XX\"'",
                "no days of grace          | '\"days\":14'                  | '\"days\":0'",
                "another word for an end   | '\"stopAtOnce\"'               | '\"stopSoon\"'",
                "a negative credit limit   | '\"amount\":\"5000\"'          | '\"amount\":\"-5000\"'",
                "a credit limit in krones  | '\"amount\":\"5000\",\"currency\":\"EUR\"' | '\"amount\":\"5000\",\"currency\":\"NOK\"'",
                "standard rate without tax | '{\"exempt\":{\"reason\":\"Outside the scope of the tax\"}}' | '{\"standardRate\":{}}'",
                "exempt without a reason   | '\"Outside the scope of the tax\"' | '\"\"'",
                "credits that do not grow  | '\"creditPercent\":\"25\"'      | '\"creditPercent\":\"5\"'",
                "a law without contact     | '\"desk@alba.example\"'         | '\" \"'"
            })
    void refuses(String what, String original, String instead) {
        String text = new String(
                DocumentCodec.write(Samples.document(new AgreementVersion(RichTerms.terms(), Samples.NOW))),
                StandardCharsets.UTF_8);
        assertThat(text).as(what).contains(original);
        String forged = text.replace(original, instead);

        assertThatThrownBy(() -> DocumentCodec.read(forged.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DocumentException.class);
    }
}
