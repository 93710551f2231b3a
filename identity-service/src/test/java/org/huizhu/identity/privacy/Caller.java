package org.huizhu.identity.privacy;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Somebody who calls the service through its whole web layer; without a role, nobody. */
record Caller(
        MockMvc mvc,
        @Nullable String role,
        @Nullable String area,
        @Nullable String residentId) {

    static Caller nobody(WebApplicationContext context) {
        var mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        return new Caller(mvc, null, null, null);
    }

    Caller staff(String staffRole, String staffArea) {
        return new Caller(mvc, staffRole, staffArea, null);
    }

    Caller resident(String id) {
        return new Caller(mvc, "resident", null, id);
    }

    Caller guardian() {
        return new Caller(mvc, "guardian", null, null);
    }

    record Answer(int status, String body, MockHttpServletResponse response) {

        <T> T at(String path) {
            return JsonPath.read(body, path);
        }
    }

    Answer get(String path) {
        return send(MockMvcRequestBuilders.get(path), "zh-CN");
    }

    Answer getInEnglish(String path) {
        return send(MockMvcRequestBuilders.get(path), "en");
    }

    Answer post(String path, String json) {
        return send(
                MockMvcRequestBuilders.post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json),
                "zh-CN");
    }

    Answer delete(String path) {
        return send(MockMvcRequestBuilders.delete(path), "zh-CN");
    }

    private Answer send(MockHttpServletRequestBuilder request, String language) {
        try {
            request.header("Accept-Language", language);
            if (role != null) {
                request.with(jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role))
                        .jwt(token -> {
                            token.subject("subject-of-" + role);
                            if (area != null) {
                                token.claim("area", area);
                            }
                            if (residentId != null) {
                                token.claim("resident_id", residentId);
                            }
                        }));
            }
            var response = mvc.perform(request).andReturn().getResponse();
            return new Answer(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
