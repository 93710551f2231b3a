package org.huizhu.platform.packs;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.eligibility.ChineseFaults;
import org.huizhu.eligibility.PackDifference.Change;
import org.huizhu.eligibility.PackFault;
import org.huizhu.platform.packs.PackVersion.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Versions, faults and rehearsals as the API shows them. */
final class PackJson {

    private PackJson() {}

    static Map<String, @Nullable Object> head(PackVersion version, String state) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", version.id());
        json.put("programme", version.programme());
        json.put("pack", version.pack());
        json.put("state", state);
        json.put("faulty", version.faulty());
        json.put("from", text(version.from()));
        json.put("to", text(version.to()));
        put(json, "created", version.created());
        put(json, "edited", version.edited());
        put(json, "approved", version.approved());
        put(json, "withdrawn", version.withdrawn());
        json.put("version", version.version());
        return json;
    }

    private static void put(Map<String, @Nullable Object> json, String what, @Nullable Step step) {
        json.put(what + "By", step == null ? null : step.by());
        json.put(what + "At", step == null ? null : text(step.at()));
    }

    /** In Chinese unless the reader wants English. */
    static List<Map<String, Object>> faults(List<PackFault> faults, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return faults.stream()
                .map(fault -> english ? fault : ChineseFaults.of(fault))
                .map(fault -> Map.<String, Object>of(
                        "line", fault.line(), "problem", fault.problem(), "remedy", fault.remedy()))
                .toList();
    }

    static Map<String, @Nullable Object> rehearsal(Rehearsal rehearsal) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", rehearsal.id());
        json.put("draft", rehearsal.versionId());
        json.put("sha256", rehearsal.sha256());
        json.put("on", text(rehearsal.on()));
        json.put("status", rehearsal.status().name());
        json.put("reason", rehearsal.reason());
        json.put("startedBy", rehearsal.startedBy());
        json.put("startedAt", text(rehearsal.startedAt()));
        json.put("endedAt", rehearsal.endedAt() == null ? null : text(rehearsal.endedAt()));
        json.put("residents", rehearsal.residents());
        return json;
    }

    /** With what it found. */
    static Map<String, @Nullable Object> whole(Rehearsal rehearsal) {
        Map<String, @Nullable Object> json = rehearsal(rehearsal);
        if (rehearsal.result() != null) {
            json.putAll(read(rehearsal.result()));
        }
        return json;
    }

    static Map<String, @Nullable Object> change(Change change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("section", change.section());
        json.put("id", change.id());
        json.put("kind", change.before() == null ? "added" : change.after() == null ? "removed" : "changed");
        json.put("before", change.before());
        json.put("after", change.after());
        return json;
    }

    @SuppressWarnings("unchecked") // a JSON object is a map
    private static Map<String, @Nullable Object> read(String json) {
        return JsonMapper.shared().readValue(json, Map.class);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String text(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC).toString();
    }
}
