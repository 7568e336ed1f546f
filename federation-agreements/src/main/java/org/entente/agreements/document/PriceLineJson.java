package org.entente.agreements.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.entente.agreements.pricing.PriceLine;
import org.erdtman.jcs.JsonCanonicalizer;

/** Price lines as canonical JSON text (RFC 8785), the same as within an agreement, and back. */
public final class PriceLineJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(PlainTypes.module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PriceLineJson() {}

    public static String write(PriceLine line) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsBytes(line)).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException("A price line can always be written", impossible);
        }
    }

    /** The line that {@link #write} wrote. */
    public static PriceLine read(String text) {
        try {
            return JSON.readValue(text, PriceLine.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("This is no price line: " + wrong.getOriginalMessage(), wrong);
        }
    }

    /** Lets a module read and write price lines by their form. */
    static void addTo(SimpleModule module) {
        module.setMixInAnnotation(PriceLine.class, ByItsForm.class);
    }

    @JsonSerialize(converter = ToForm.class)
    @JsonDeserialize(converter = FromForm.class)
    private interface ByItsForm {}

    private static final class ToForm extends StdConverter<PriceLine, PriceLineForm> {
        @Override
        public PriceLineForm convert(PriceLine line) {
            return PriceLineForm.of(line);
        }
    }

    private static final class FromForm extends StdConverter<PriceLineForm, PriceLine> {
        @Override
        public PriceLine convert(PriceLineForm form) {
            return form.line();
        }
    }
}
