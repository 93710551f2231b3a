package org.huizhu.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Calls the service through its whole web layer, as somebody. */
public final class Api {

    private final MockMvc mvc;
    private final @Nullable String area;
    private final String[] roles;
    private final Map<String, Object> claims;

    private Api(MockMvc mvc, @Nullable String area, String... roles) {
        this(mvc, area, Map.of(), roles);
    }

    private Api(MockMvc mvc, @Nullable String area, Map<String, Object> claims, String... roles) {
        this.mvc = mvc;
        this.area = area;
        this.claims = claims;
        this.roles = roles;
    }

    public static Api officer(WebApplicationContext context) {
        return new Api(
                MockMvcBuilders.webAppContextSetup(context)
                        .apply(springSecurity())
                        .build(),
                "610103",
                "federation-officer");
    }

    public Api as(@Nullable String otherArea, String... otherRoles) {
        return new Api(mvc, otherArea, otherRoles);
    }

    /** The resident with that file. */
    public Api resident(String file) {
        return new Api(mvc, null, Map.of("resident_id", file), "resident");
    }

    /** A person with this account, and this file where it has one. */
    public Api person(String account, @Nullable String file, String... itsRoles) {
        return new Api(
                mvc,
                null,
                file == null ? Map.of("sub", account) : Map.of("sub", account, "resident_id", file),
                itsRoles);
    }

    /** Somebody on staff with this very account. */
    public Api staff(String account, String itsArea, String... itsRoles) {
        return new Api(mvc, itsArea, Map.of("sub", account), itsRoles);
    }

    /** The same with more claims, such as another {@code sub}, a {@code resident_id} or {@code acts_for}. */
    public Api with(Map<String, Object> moreClaims) {
        return new Api(mvc, area, moreClaims, roles);
    }

    public record Answer(int status, String body, MockHttpServletResponse response) {

        public <T> T at(String path) {
            return JsonPath.read(body, path);
        }

        public @Nullable String header(String name) {
            return response.getHeader(name);
        }
    }

    public Answer get(String path, Object... variables) {
        return send(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path, variables));
    }

    public Answer post(String path, String json) {
        return send(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    public Answer send(MockHttpServletRequestBuilder request) {
        try {
            var authorities = Stream.of(roles)
                    .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                    .toArray(SimpleGrantedAuthority[]::new);
            var response = mvc.perform(request.with(jwt().authorities(authorities)
                            .jwt(token -> {
                                token.subject("subject-" + String.join("-", roles));
                                if (area != null) {
                                    token.claim("area", area);
                                }
                                claims.forEach(token::claim);
                            })))
                    .andReturn()
                    .getResponse();
            return new Answer(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
