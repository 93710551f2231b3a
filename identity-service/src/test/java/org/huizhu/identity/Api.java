package org.huizhu.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private final @Nullable String subject;
    private final @Nullable String residentId;

    private Api(MockMvc mvc, @Nullable String area, String... roles) {
        this(mvc, area, null, null, roles);
    }

    private Api(
            MockMvc mvc,
            @Nullable String area,
            @Nullable String subject,
            @Nullable String residentId,
            String... roles) {
        this.mvc = mvc;
        this.subject = subject;
        this.residentId = residentId;
        this.area = area;
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
        return new Api(mvc, null, null, file, "resident");
    }

    /** A person with this account, and this file where it has one. */
    public Api person(String account, @Nullable String file, String... itsRoles) {
        return new Api(mvc, null, account, file, itsRoles);
    }

    /** Somebody on staff with this very account. */
    public Api staff(String account, String itsArea, String... itsRoles) {
        return new Api(mvc, itsArea, account, null, itsRoles);
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
                                token.subject(subject == null ? "subject-" + String.join("-", roles) : subject);
                                if (residentId != null) {
                                    token.claim("resident_id", residentId);
                                }
                                if (area != null) {
                                    token.claim("area", area);
                                }
                            })))
                    .andReturn()
                    .getResponse();
            return new Answer(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
