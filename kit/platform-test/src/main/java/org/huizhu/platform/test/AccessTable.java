package org.huizhu.platform.test;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of a service × every kind of caller, found out by calling each as each. The endpoints are those that the
 * service really has, so one that nobody thought of is in the table and not in the file that says what is expected.
 *
 * <p>{@code yes}: let in, whatever came of it; {@code 401}, {@code 403}: refused; {@code 404}: told no more than if there
 * were no such resident; any other number: the call did not come as far as the question.
 */
public final class AccessTable {

    private static final String STREET = "610103001";
    private static final String ANYTHING = "0198aaaa-0000-7000-8000-00000000ffff";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");

    private final MockMvc mvc;
    private final RequestMappingHandlerMapping endpoints;
    private final Cast cast;

    private AccessTable(WebApplicationContext context, RequestMappingHandlerMapping endpoints, Cast cast) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        this.endpoints = endpoints;
        this.cast = cast;
    }

    /**
     * Who plays: a resident who lives in street 610103001, the account of one who acts for them with every scope, and
     * that of one whose delegation ended a second ago.
     */
    public record Cast(String residentId, String delegate, String formerDelegate) {}

    /** The table, as text. */
    public static String of(WebApplicationContext context, RequestMappingHandlerMapping endpoints, Cast cast) {
        return new AccessTable(context, endpoints, cast).text();
    }

    /**
     * What differs from the file {@code access-table.txt} of the test's resources, line by line; empty if nothing does.
     * The whole table is printed and lies in {@code target/access-table.txt}: when a difference is meant, it is the new
     * file.
     */
    public static List<String> differences(String table) {
        System.out.println(table);
        try {
            Files.writeString(Path.of("target", "access-table.txt"), table);
            Path expected = Path.of("src", "test", "resources", "access-table.txt");
            List<String> known = Files.exists(expected) ? Files.readAllLines(expected) : List.of();
            List<String> now = table.lines().toList();
            List<String> differences = new ArrayList<>();
            known.stream().filter(line -> !now.contains(line)).forEach(line -> differences.add("expected: " + line));
            now.stream().filter(line -> !known.contains(line)).forEach(line -> differences.add("but is:   " + line));
            return differences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        Map<String, @Nullable RequestPostProcessor> callers = callers();
        List<Endpoint> all = all();
        int width = all.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        var text = new StringBuilder(" ".repeat(width));
        callers.keySet().forEach(name -> text.append("  ").append(name));
        for (Endpoint endpoint : all) {
            text.append('\n').append(pad(endpoint.name(), width));
            callers.forEach((name, caller) -> text.append("  ").append(pad(answer(endpoint, caller), name.length())));
        }
        return text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private Map<String, @Nullable RequestPostProcessor> callers() {
        Map<String, @Nullable RequestPostProcessor> callers = new LinkedHashMap<>();
        callers.put("nobody", null);
        callers.put("self", person("resident-account", cast.residentId(), "resident"));
        callers.put("other-resident", person("other-account", ANYTHING, "resident"));
        callers.put("delegate", person(cast.delegate(), null, "guardian"));
        callers.put("former-delegate", person(cast.formerDelegate(), null, "guardian"));
        callers.put("community", staff(STREET + "001", "community-worker"));
        callers.put("street", staff(STREET, "street-clerk"));
        callers.put("street-elsewhere", staff("610103002", "street-clerk"));
        callers.put("federation", staff("610103", "federation-officer"));
        callers.put("federation-elsewhere", staff("610104", "federation-officer"));
        callers.put("civil", staff("610103", "civil-affairs-officer"));
        callers.put("finance", staff("610103", "finance-officer"));
        callers.put("policy", staff("610103", "policy-officer"));
        callers.put("auditor", staff("610103", "auditor"));
        callers.put("operator", staff("610103", "operator"));
        callers.put("bureau", staff("610103", "bureau:civil-affairs"));
        callers.put("employer", staff(null, "employer"));
        callers.put("provider", staff(null, "provider"));
        callers.put("school", staff(null, "school"));
        return callers;
    }

    private static RequestPostProcessor person(String account, @Nullable String residentId, String role) {
        return jwt().jwt(token -> {
                    token.subject(account);
                    if (residentId != null) {
                        token.claim("resident_id", residentId);
                    }
                })
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    private static RequestPostProcessor staff(@Nullable String area, String role) {
        return jwt().jwt(token -> {
                    token.subject("account-of-" + role + "-" + area);
                    if (area != null) {
                        token.claim("area", area);
                    }
                })
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    private record Endpoint(
            String name,
            HttpMethod method,
            String path,
            Map<String, String> parameters,
            @Nullable MediaType body) {}

    private List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        endpoints.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("org.huizhu.")) {
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                    for (String pattern : mapping.getPatternValues()) {
                        all.add(endpoint(method.asHttpMethod(), pattern, mapping, handler));
                    }
                }
            }
        });
        all.sort(java.util.Comparator.comparing(Endpoint::path).thenComparing(Endpoint::name));
        return all;
    }

    private Endpoint endpoint(HttpMethod method, String pattern, RequestMappingInfo mapping, HandlerMethod handler) {
        List<Parameter> parameters = Arrays.asList(handler.getMethod().getParameters());
        String path = VARIABLE.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), pattern, parameters)));
        Map<String, String> required = new LinkedHashMap<>();
        parameters.forEach(parameter -> {
            RequestParam wanted = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
            if (wanted != null && wanted.required() && wanted.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                required.put(wanted.name().isEmpty() ? parameter.getName() : wanted.name(), "1");
            }
        });
        MediaType body = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(
                        parameters.stream().anyMatch(each -> each.isAnnotationPresent(RequestBody.class))
                                ? MediaType.APPLICATION_JSON
                                : null);
        return new Endpoint(pad(method.name(), 6) + " " + pattern, method, path, required, body);
    }

    /** The resident of the cast where a resident is meant, and else something that there is not. */
    private String value(String variable, String pattern, List<Parameter> parameters) {
        if (pattern.contains("/residents/{" + variable + "}")) {
            return cast.residentId();
        }
        boolean number = parameters.stream()
                .filter(each -> each.isAnnotationPresent(PathVariable.class)
                        && each.getName().equals(variable))
                .anyMatch(each -> each.getType() == long.class || each.getType() == int.class);
        return number ? "1" : ANYTHING;
    }

    private String answer(Endpoint endpoint, @Nullable RequestPostProcessor caller) {
        var request = MockMvcRequestBuilders.request(endpoint.method(), endpoint.path());
        endpoint.parameters().forEach(request::param);
        if (endpoint.body() != null) {
            request.contentType(endpoint.body()).content("{}");
        }
        if (caller != null) {
            request.with(caller);
        }
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            Matcher code = CODE.matcher(response.getContentAsString(StandardCharsets.UTF_8));
            return said(response.getStatus(), code.find() ? code.group(1) : "");
        } catch (Exception e) {
            throw new IllegalStateException(endpoint.name(), e);
        }
    }

    private static String said(int status, String code) {
        boolean refused = status == 401
                || status == 403
                || status >= 500
                || (status == 404 && code.equals("no-such-resident"))
                || code.equals("malformed-request")
                || code.equals("unsupported-media-type");
        return refused ? Integer.toString(status) : "yes";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
