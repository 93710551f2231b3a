package org.huizhu.platform.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What policy officers do, through HTTP. */
final class PackOffice {

    static final RequestPostProcessor ANNA = caller("policy-officer", "anna", "610103");
    static final RequestPostProcessor BO = caller("policy-officer", "bo", "610103");
    static final RequestPostProcessor AUDITOR = caller("auditor", "audit", "610103");

    private static final String PACKS = "/api/subsidy/packs";

    private final MockMvcTester http;

    PackOffice(MockMvcTester http) {
        this.http = http;
    }

    static RequestPostProcessor caller(String role, String subject, String area) {
        return jwt().jwt(token -> token.subject(subject).claim("area", area))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    /** The test programme with another condition and other sums. */
    static String yaml(String pack, LocalDate from, String holds, String monthly) {
        return """
                programme: test-grant
                pack: %s
                owner: subsidy
                title: {zh: 测试补助, en: Test grant}
                valid: {from: %s}
                basis: [测试]
                delivery: confirm
                parameters:
                  monthly:
                    - {from: %s, value: %s, source: 测试, confidence: assumed}
                conditions:
                  - id: T-level
                    text: {zh: 残疾等级, en: Level}
                    basis: 测试
                    confidence: assumed
                    holds: %s
                amount: monthly[certificate.level]
                period: month
                start: application-month
                review: [{step: accept, by: street, days: 3}]
                """.formatted(pack, from, from, monthly, holds);
    }

    static String upToLevelThree(String pack, LocalDate from) {
        return yaml(pack, from, "certificate.level <= 3", "{1: 130, 2: 80, 3: 50}");
    }

    MvcTestResult get(String path, RequestPostProcessor caller) {
        return http.get().uri(PACKS + path).with(caller).exchange();
    }

    MvcTestResult post(String path, RequestPostProcessor caller) {
        return http.post().uri(PACKS + path).with(caller).exchange();
    }

    MvcTestResult draft(String yaml, RequestPostProcessor caller) {
        return http.post()
                .uri(PACKS + "/drafts")
                .contentType("application/yaml")
                .content(yaml)
                .with(caller)
                .exchange();
    }

    MvcTestResult edit(String id, long version, String yaml, RequestPostProcessor caller) {
        return http.put()
                .uri(PACKS + "/drafts/" + id)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/yaml")
                .content(yaml)
                .with(caller)
                .exchange();
    }

    MvcTestResult approve(String id, RequestPostProcessor caller) {
        Object version = json(get("/drafts/" + id, caller)).get("version");
        return http.post()
                .uri(PACKS + "/drafts/" + id + "/approve")
                .header("If-Match", "\"" + version + "\"")
                .header("Accept-Language", "en")
                .with(caller)
                .exchange();
    }

    /** A sound draft by Anna. */
    String drafted(String yaml) {
        MvcTestResult answer = draft(yaml, ANNA);
        assertThat(answer).hasStatus(201);
        return String.valueOf(json(answer).get("id"));
    }

    /** Rehearses it and waits until that has ended. */
    Map<?, ?> rehearsed(String draft) {
        MvcTestResult begun = post("/drafts/" + draft + "/rehearsals", ANNA);
        assertThat(begun).hasStatus(202);
        String path = "/rehearsals/" + json(begun).get("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !"RUNNING".equals(json(get(path, ANNA)).get("status")));
        return json(get(path, ANNA));
    }

    /** Drafted and rehearsed by Anna, approved by Bo. */
    String published(String yaml) {
        String draft = drafted(yaml);
        assertThat(rehearsed(draft).get("status")).isEqualTo("DONE");
        assertThat(approve(draft, BO)).hasStatusOk();
        return draft;
    }

    /** Packs of the programme over time, each as {@code name state from to}. */
    List<String> overTime() {
        List<?> packs = (List<?>) json(get("?programme=test-grant", AUDITOR)).get("packs");
        return packs.stream()
                .map(Map.class::cast)
                .map(pack -> pack.get("pack") + " " + pack.get("state") + " " + pack.get("from") + " " + pack.get("to"))
                .toList();
    }

    String state(String id) {
        return String.valueOf(json(get("/versions/" + id, AUDITOR)).get("state"));
    }

    static String code(MvcTestResult answer) {
        return String.valueOf(json(answer).get("code"));
    }

    static Map<?, ?> json(MvcTestResult answer) {
        return assertThat(answer).bodyJson().convertTo(Map.class).actual();
    }
}
