package org.huizhu.gateway.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * What is asked of which service.
 *
 * @param path with a place for each of the variables, which are encoded
 * @param body null for none
 * @param once the key by which a service does the same thing only once; null for none
 */
public record Question(
        String service,
        HttpMethod method,
        String path,
        Object[] variables,
        @Nullable Object body,
        @Nullable String once) {

    /** The variables in a copy of their own. */
    public Question {
        variables = variables.clone();
    }

    public static Question get(String service, String path, Object... variables) {
        return new Question(service, HttpMethod.GET, path, variables, null, null);
    }

    public static Question delete(String service, String path, Object... variables) {
        return new Question(service, HttpMethod.DELETE, path, variables, null, null);
    }

    public static Question post(String service, String path, Object... variables) {
        return new Question(service, HttpMethod.POST, path, variables, null, null);
    }

    public static Question put(String service, String path, Object... variables) {
        return new Question(service, HttpMethod.PUT, path, variables, null, null);
    }

    /** With these parameters behind the path, in their order; what is empty is left out. */
    public Question where(Map<String, String> parameters) {
        var query = new StringJoiner("&", path.contains("?") ? "&" : "?", "").setEmptyValue("");
        List<Object> values = new ArrayList<>(List.of(variables));
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.add(name + "={" + name + "}");
                values.add(value);
            }
        });
        return new Question(service, method, path + query, values.toArray(), body, once);
    }

    public Question with(Object sent) {
        return new Question(service, method, path, variables, sent, once);
    }

    public Question once(String key) {
        return new Question(service, method, path, variables, body, key);
    }

    @Override
    public Object[] variables() {
        return variables.clone();
    }

    /** By what is asked, and never by what is sent along, which may be personal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Question that
                && method.equals(that.method)
                && path.equals(that.path)
                && Arrays.equals(variables, that.variables);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(variables);
    }

    @Override
    public String toString() {
        return "Question[" + method + " " + path + "]";
    }
}
