package org.entente.agreements.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.agreements.terms.TaxTreatment;
import org.entente.agreements.terms.WorkloadEnd;

/**
 * How the language's values stand in JSON: identifiers, hashes and decimals are text. A decimal has one form only: no
 * exponent, no plus sign, no zeros that say nothing.
 */
public final class PlainTypes {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,23})(\\.[0-9]{0,17}[1-9])?");

    private PlainTypes() {}

    /** A Jackson module for every place where the language meets JSON: documents and HTTP alike. */
    public static SimpleModule module() {
        SimpleModule module = new SimpleModule("entente-plain-types");
        text(module, OperatorId.class, OperatorId::new, OperatorId::value);
        text(module, SiteId.class, SiteId::new, SiteId::value);
        text(module, TenantId.class, TenantId::new, TenantId::value);
        text(module, TenantPseudonym.class, TenantPseudonym::new, TenantPseudonym::value);
        text(module, AgreementId.class, AgreementId::new, AgreementId::value);
        text(module, OrderId.class, OrderId::new, OrderId::value);
        text(module, InstanceId.class, InstanceId::new, InstanceId::value);
        text(module, DocumentId.class, PlainTypes::documentId, DocumentId::toString);
        text(module, DocumentHash.class, DocumentHash::new, DocumentHash::value);
        text(module, BigDecimal.class, PlainTypes::decimal, PlainTypes::decimalText);
        PriceLineJson.addTo(module);
        module.setMixInAnnotation(WorkloadEnd.class, WorkloadEndByName.class);
        module.setMixInAnnotation(TaxTreatment.class, TaxTreatmentByName.class);
        module.setMixInAnnotation(OrderedWorkload.class, OrderedWorkloadByName.class);
        module.setMixInAnnotation(ImageSource.class, ImageSourceByName.class);
        return module;
    }

    /** The one text form of an exact decimal. */
    public static String decimalText(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static DocumentId documentId(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    private static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches() || text.equals("-0")) {
            throw new IllegalArgumentException(
                    "A decimal must be plain text with at most 24 digits before and 18 after the point");
        }
        return new BigDecimal(text);
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<String, T> reader, Function<T, String> writer) {
        module.addDeserializer(type, new FromText<>(type, reader));
        module.addSerializer(type, new ToText<>(type, writer));
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> reader;

        FromText(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(parser, _valueClass, JsonToken.VALUE_STRING, "must be text");
            }
            String text = parser.getText();
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw context.weirdStringException("", _valueClass, String.valueOf(wrong.getMessage()));
            }
        }
    }

    private static final class ToText<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> writer;

        ToText(Class<T> type, Function<T, String> writer) {
            super(type);
            this.writer = writer;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(writer.apply(value));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = WorkloadEnd.StopAtOnce.class, name = "stopAtOnce"),
        @JsonSubTypes.Type(value = WorkloadEnd.RunOn.class, name = "runOn"),
        @JsonSubTypes.Type(value = WorkloadEnd.Grace.class, name = "grace")
    })
    private interface WorkloadEndByName {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TaxTreatment.StandardRate.class, name = "standardRate"),
        @JsonSubTypes.Type(value = TaxTreatment.ReverseCharge.class, name = "reverseCharge"),
        @JsonSubTypes.Type(value = TaxTreatment.Exempt.class, name = "exempt")
    })
    private interface TaxTreatmentByName {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OrderedWorkload.VirtualMachine.class, name = "virtualMachine"),
        @JsonSubTypes.Type(value = OrderedWorkload.ContainerGroup.class, name = "containerGroup")
    })
    private interface OrderedWorkloadByName {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ImageSource.Named.class, name = "named"),
        @JsonSubTypes.Type(value = ImageSource.WithChecksum.class, name = "withChecksum"),
        @JsonSubTypes.Type(value = ImageSource.AtAddress.class, name = "atAddress"),
        @JsonSubTypes.Type(value = ImageSource.AtSite.class, name = "atSite")
    })
    private interface ImageSourceByName {}
}
