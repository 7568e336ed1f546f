package org.entente.commandline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private record Bill(BigDecimal amount, Optional<String> note) {}

    private record Moment(Instant at) {}

    @ParameterizedTest
    @ValueSource(strings = {"0", "12.50", "-0.00000000000001", "123456789012345678901234.123456789012345678"})
    void decimalKeepsEveryDigitOfItsText(String text) throws JsonProcessingException {
        String json = "{\"amount\":\"" + text + "\"}";

        Bill bill = Wire.JSON.readValue(json, Bill.class);

        assertThat(bill.amount().toPlainString()).isEqualTo(text);
        assertThat(Wire.text(bill)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "\"1e3\"", "\"1,5\"", "\"\"", "\"+1\"", "null", "true"})
    void anythingButPlainDecimalTextIsRefused(String value) {
        assertThatThrownBy(() -> Wire.JSON.readValue("{\"amount\":" + value + "}", Bill.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void decimalWithAnExponentIsWrittenPlain() {
        assertThat(Wire.text(new Bill(new BigDecimal("1E+3"), Optional.empty())))
                .isEqualTo("{\"amount\":\"1000\"}");
    }

    @Test
    void momentIsIsoText() {
        assertThat(Wire.text(new Moment(Instant.parse("2027-01-31T21:00:00Z"))))
                .isEqualTo("{\"at\":\"2027-01-31T21:00:00Z\"}");
    }
}
