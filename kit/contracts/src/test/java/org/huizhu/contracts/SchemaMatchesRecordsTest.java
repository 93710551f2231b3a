package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks records and schemas together; whatever one has and the other has not is listed. */
class SchemaMatchesRecordsTest {

    private final List<String> differences = new ArrayList<>();
    private JsonNode root;

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_FACTS,org.huizhu.contracts.ResidentFacts",
        "DECISIONS_CHANGED,org.huizhu.contracts.DecisionsChanged",
        "AUDIT_ANCHORED,org.huizhu.contracts.AuditAnchored",
        "RESIDENT_DELEGATIONS,org.huizhu.contracts.ResidentDelegations",
        "CERTIFICATE_MATTER,org.huizhu.contracts.CertificateMatterMoved"
    })
    void each_member_and_each_enum_value_is_in_both(Schemas schema, Class<?> type) {
        root = new JsonMapper().readTree(schema.text());

        compareRecord(type.getSimpleName(), type, root);

        assertThat(differences).isEmpty();
    }

    private void compareRecord(String where, Class<?> type, JsonNode schema) {
        expect(where + " is closed", false, schema.path("additionalProperties").asBoolean(true));
        List<RecordComponent> components = List.of(type.getRecordComponents());
        expect(
                where + " members",
                new TreeSet<>(components.stream().map(RecordComponent::getName).toList()),
                new TreeSet<>(schema.path("properties").propertyNames()));
        expect(
                where + " required",
                new TreeSet<>(components.stream()
                        .filter(c -> isAlwaysWritten(type, c))
                        .map(RecordComponent::getName)
                        .toList()),
                texts(schema.path("required")));
        for (RecordComponent component : components) {
            String member = where + "." + component.getName();
            JsonNode declared = schema.path("properties").path(component.getName());
            if (!isFact(component)) {
                boolean canBeNull = isNullable(component) && isAlwaysWritten(type, component);
                expect(member + " can be null", canBeNull, allowsNull(declared));
            }
            compareValue(member, component.getGenericType(), resolve(declared));
        }
    }

    private void compareValue(String where, Type type, JsonNode schema) {
        if (type instanceof ParameterizedType generic) {
            Type content = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Fact.class) {
                compareValue(where, content, schema);
            } else {
                compareValue(where + "[]", content, resolve(schema.path("items")));
            }
            return;
        }
        Class<?> raw = (Class<?>) type;
        expect(where + " type", jsonType(raw), schema.path("type").asString());
        if (raw.isRecord()) {
            compareRecord(where, raw, schema);
        } else if (raw.isEnum()) {
            Set<String> constants = new TreeSet<>(
                    Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList());
            expect(where + " values", constants, texts(schema.path("enum")));
        } else if (raw == LocalDate.class) {
            expect(where + " format", "date", schema.path("format").asString());
        }
    }

    private JsonNode resolve(JsonNode schema) {
        if (schema.has("anyOf")) {
            return resolve(schema.path("anyOf").get(0));
        }
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    private static boolean allowsNull(JsonNode schema) {
        return texts(schema.path("type")).contains("null")
                || StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                        .anyMatch(branch -> branch.path("type").asString("").equals("null"));
    }

    private static String jsonType(Class<?> type) {
        if (type.isRecord()) {
            return "object";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "integer";
        }
        return type == BigDecimal.class ? "number" : "string";
    }

    private static boolean isAlwaysWritten(Class<?> type, RecordComponent component) {
        return !isFact(component)
                && (!isNullable(component) || inclusion(type, component) == JsonInclude.Include.ALWAYS);
    }

    private static JsonInclude.Include inclusion(Class<?> type, RecordComponent component) {
        JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude of = own != null ? own : type.getAnnotation(JsonInclude.class);
        return of == null ? JsonInclude.Include.ALWAYS : of.value();
    }

    private static boolean isFact(RecordComponent component) {
        return component.getType() == Fact.class;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private void expect(String what, Object inRecord, Object inSchema) {
        if (!inRecord.equals(inSchema)) {
            differences.add("%s: record %s, schema %s".formatted(what, inRecord, inSchema));
        }
    }
}
