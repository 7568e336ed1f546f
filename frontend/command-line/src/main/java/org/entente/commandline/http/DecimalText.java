package org.entente.commandline.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimals as text on the wire. Every digit that came is kept, also a zero at the end, so two decimals are equal exactly
 * when their texts are. A JSON number is refused, because others may have read it as binary floating point before us.
 */
final class DecimalText {
    private static final Pattern SHAPE = Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,18})?");

    private DecimalText() {}

    static SimpleModule module() {
        return new SimpleModule("decimal-text")
                .addDeserializer(BigDecimal.class, new Reader())
                .addSerializer(BigDecimal.class, new Writer());
    }

    private static final class Reader extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(
                        parser, BigDecimal.class, JsonToken.VALUE_STRING, "a decimal must be text");
            }
            String text = parser.getText();
            if (!SHAPE.matcher(text).matches()) {
                throw context.weirdStringException(text, BigDecimal.class, "not a plain decimal");
            }
            return new BigDecimal(text);
        }
    }

    private static final class Writer extends StdScalarSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.toPlainString());
        }
    }
}
