package org.huizhu.gateway.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * One question to a service. The methods that say more give a new one.
 *
 * @param path with {@code {}} in the place of each variable, which is escaped
 * @param body JSON of an object, a text as it is, or nothing
 */
public record Ask(
        HttpMethod method,
        String path,
        List<String> variables,
        @Nullable Object body,
        @Nullable MediaType type,
        HttpHeaders headers,
        Locale language) {

    private static final String PLACE = "{}";
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    public static Ask get(Locale language, String path, String... variables) {
        return new Ask(HttpMethod.GET, path, List.of(variables), null, null, new HttpHeaders(), language);
    }

    public static Ask post(Locale language, String path, String... variables) {
        return new Ask(HttpMethod.POST, path, List.of(variables), null, null, new HttpHeaders(), language);
    }

    public Ask put() {
        return new Ask(HttpMethod.PUT, path, variables, body, type, headers, language);
    }

    /** Adds a parameter, unless it is empty. */
    public Ask with(String name, @Nullable String value) {
        if (Objects.requireNonNullElse(value, "").isEmpty()) {
            return this;
        }
        List<String> more = new ArrayList<>(variables);
        more.add(value);
        String joined = path + (path.contains("?") ? "&" : "?") + name + "={}";
        return new Ask(method, joined, List.copyOf(more), body, type, headers, language);
    }

    public Ask json(Object content) {
        return new Ask(method, path, variables, content, MediaType.APPLICATION_JSON, headers, language);
    }

    public Ask yaml(String content) {
        return new Ask(method, path, variables, content, YAML, headers, language);
    }

    /** Only if nobody has changed it since that version was read. */
    public Ask ifMatch(String version) {
        HttpHeaders more = new HttpHeaders();
        more.putAll(headers);
        more.set(HttpHeaders.IF_MATCH, version);
        return new Ask(method, path, variables, body, type, more, language);
    }

    /** The path as a template whose variables have names. */
    String template() {
        StringBuilder named = new StringBuilder();
        int from = 0;
        int count = 0;
        for (int at = path.indexOf(PLACE); at >= 0; at = path.indexOf(PLACE, from)) {
            named.append(path, from, at).append("{v").append(count).append('}');
            from = at + PLACE.length();
            count++;
        }
        named.append(path, from, path.length());
        return named.toString();
    }

    /** It may hold what somebody typed. */
    @Override
    public String toString() {
        return "Ask[" + method + " " + path + "]";
    }
}
