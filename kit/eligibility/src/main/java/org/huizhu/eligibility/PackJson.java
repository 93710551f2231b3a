package org.huizhu.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pack in plain maps, for pages and APIs. */
final class PackJson {

    private PackJson() {}

    static Map<String, @Nullable Object> of(PackSpec pack) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programme", pack.programme());
        json.put("pack", pack.name());
        json.put("alternative", pack.alternative());
        json.put("subject", pack.subject().id());
        json.put("owner", pack.owner());
        json.put("title", pack.title().toJson());
        json.put("from", pack.from().toString());
        json.put("to", pack.to() == null ? null : pack.to().toString());
        json.put("basis", pack.basis());
        json.put("delivery", pack.delivery().id());
        json.put("decisions", pack.decisions());
        json.put("period", pack.period());
        json.put("start", pack.start());
        json.put("conditions", pack.rules().stream().map(PackJson::rule).toList());
        json.put("parameters", parameters(pack.parameters()));
        json.put("asks", pack.asks().stream().map(Ask::toJson).toList());
        Map<String, Object> presumes = new LinkedHashMap<>();
        pack.presumptions().forEach(p -> presumes.put(p.path(), p.text().toJson()));
        json.put("presumes", presumes);
        json.put("review", pack.review().stream().map(ReviewStep::toJson).toList());
        return json;
    }

    private static Map<String, @Nullable Object> rule(PackSpec.RuleSpec rule) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put(
                "kind",
                rule.section() == PackSpec.Section.FLAGS ? "flag" : rule.kind().id());
        json.put("text", rule.text().toJson());
        json.put("basis", rule.basis());
        json.put("confidence", rule.confidence().id());
        return json;
    }

    private static Map<String, Object> parameters(List<Parameter> parameters) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (Parameter.Row row : parameter.rows()) {
                Map<String, @Nullable Object> entry = new LinkedHashMap<>();
                entry.put("from", row.from().toString());
                entry.put("to", row.to() == null ? null : row.to().toString());
                entry.put("value", row.value());
                entry.put("source", row.source());
                entry.put("confidence", row.confidence().id());
                rows.add(entry);
            }
            json.put(parameter.name(), rows);
        }
        return json;
    }
}
