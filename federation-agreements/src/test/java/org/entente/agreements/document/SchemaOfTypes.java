package org.entente.agreements.document;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.agreements.pricing.PriceLine;
import org.jspecify.annotations.Nullable;

/** Makes the schemas of documents from their Java types, with the plain types as the codec writes them. */
final class SchemaOfTypes {
    private static final String IDENTIFIER = "^[a-z0-9]([-a-z0-9]{0,62}[a-z0-9])?$";
    private static final String INSTANT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3,9})?Z$";
    private static final Map<Class<?>, String> PATTERNS = Map.ofEntries(
            Map.entry(AgreementId.class, IDENTIFIER),
            Map.entry(InstanceId.class, IDENTIFIER),
            Map.entry(OperatorId.class, IDENTIFIER),
            Map.entry(OrderId.class, IDENTIFIER),
            Map.entry(SiteId.class, IDENTIFIER),
            Map.entry(TenantId.class, IDENTIFIER),
            Map.entry(TenantPseudonym.class, IDENTIFIER),
            Map.entry(DocumentId.class, "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
            Map.entry(DocumentHash.class, "^sha256:[0-9a-f]{64}$"),
            Map.entry(BigDecimal.class, "^-?(0|[1-9][0-9]{0,23})(\\.[0-9]{0,17}[1-9])?$"),
            Map.entry(URI.class, "^[a-z][a-z0-9+.-]*:"),
            Map.entry(Currency.class, "^[A-Z]{3}$"),
            Map.entry(Instant.class, INSTANT),
            Map.entry(LocalDate.class, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            Map.entry(LocalTime.class, "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"),
            Map.entry(YearMonth.class, "^[0-9]{4}-[0-9]{2}$"),
            Map.entry(Duration.class, "^PT"),
            Map.entry(ZoneId.class, "^[A-Za-z0-9/_+:-]{1,64}$"));
    private static final JsonMapper MAPPER = DocumentCodec.mapper();

    private SchemaOfTypes() {}

    /** The schema of one type of document. */
    static ObjectNode of(DocumentType type) {
        ObjectNode whole = generator().generateSchema(Document.class);
        ObjectNode body = generator().generateSchema(type.body());
        JsonNode definitions = body.remove("$defs");
        body.remove("$schema");
        ObjectNode properties = (ObjectNode) whole.path("properties");
        properties.set("body", body);
        properties.putObject("type").put("const", type.wireName());
        ((ArrayNode) whole.path("required")).add("type");
        whole.put("title", type.wireName());
        if (definitions != null) {
            whole.set("$defs", definitions);
        }
        return whole;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        builder.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.NULLABLE_FIELDS_BY_DEFAULT, Option.FLATTENED_OPTIONALS);
        builder.forFields()
                .withRequiredCheck(
                        field -> !Optional.class.equals(field.getDeclaredType().getErasedType()))
                .withTargetTypeOverridesResolver(
                        field -> Optional.class.equals(field.getType().getErasedType())
                                ? List.of(field.getType().getTypeParameters().getFirst())
                                : null)
                .withNullableCheck(field -> false);
        builder.forTypesInGeneral().withCustomDefinitionProvider(SchemaOfTypes::definition);
        return new SchemaGenerator(builder.build());
    }

    private static @Nullable CustomDefinition definition(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        ObjectNode node = context.getGeneratorConfig().createObjectNode();
        if (PATTERNS.containsKey(raw)) {
            return new CustomDefinition(node.put("type", "string").put("pattern", PATTERNS.get(raw)), true);
        }
        if (raw == PriceLine.class) {
            ResolvedType form = context.getTypeContext().resolve(PriceLineForm.class);
            return new CustomDefinition(
                    context.createDefinitionReference(form),
                    CustomDefinition.DefinitionType.INLINE,
                    CustomDefinition.AttributeInclusion.NO);
        }
        JsonSubTypes alternatives = alternatives(raw);
        if (alternatives == null) {
            return null;
        }
        for (JsonSubTypes.Type one : alternatives.value()) {
            ObjectNode alternative = node.withArray("oneOf").addObject();
            alternative.put("type", "object").put("additionalProperties", false);
            alternative.putArray("required").add(one.name());
            alternative
                    .putObject("properties")
                    .set(
                            one.name(),
                            context.createDefinitionReference(
                                    context.getTypeContext().resolve(one.value())));
        }
        return new CustomDefinition(
                node, CustomDefinition.DefinitionType.STANDARD, CustomDefinition.AttributeInclusion.NO);
    }

    /** The kinds of a sealed type that the codec writes as an object with the kind's name. */
    private static @Nullable JsonSubTypes alternatives(Class<?> raw) {
        Class<?> mixin = MAPPER.findMixInClassFor(raw);
        return mixin == null ? null : mixin.getAnnotation(JsonSubTypes.class);
    }
}
