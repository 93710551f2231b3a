package org.huizhu.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which facts rules may read and of what type each is, taken from a JSON Schema. Residents are one model; employers can
 * be assessed by the same kernel over another.
 */
public final class FactModel {
    private final Map<String, FactField> fields;

    private FactModel(Map<String, FactField> fields) {
        this.fields = fields;
    }

    /**
     * Reads a model from a JSON Schema: nested objects, lists, {@code enum}, {@code format: date}, local {@code $ref},
     * and null beside a type.
     */
    public static FactModel fromSchema(String jsonSchema) {
        return new FactModel(new SchemaFields(JsonMapper.shared().readTree(jsonSchema)).read());
    }

    /** Every path that rules may read, such as {@code hukou.area}. */
    public Set<String> paths() {
        return fields.keySet();
    }

    Map<String, FactField> fields() {
        return fields;
    }

    @Nullable
    FactField field(String path) {
        return fields.get(path);
    }

    /** The same facts and, beside them, the answers to a pack's own questions. */
    FactModel with(List<FactField> answers) {
        Map<String, FactField> all = new LinkedHashMap<>(fields);
        answers.forEach(answer -> all.put(answer.path(), answer));
        return new FactModel(all);
    }
}
