package org.huizhu.identity.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huizhu.identity.Api;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@WithServers(database = "needs")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeedsTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    Api officer;
    String resident;
    String path;

    @BeforeAll
    void somebody() {
        officer = Api.officer(context);
        resident = officer.post(
                        "/api/identity/residents", """
                            {"person":{"name":"王小明","idNumber":"%s"},"home":{"street":"610103001"}}\
                            """.formatted(TestNumbers.idNumber(LocalDate.of(1980, 1, 1), 3)))
                .at("$.residentId");
        path = "/api/identity/residents/" + resident + "/needs";
    }

    @Test
    void resident_guardian_and_staff_tell_the_needs_and_each_is_named() {
        Api self = officer.resident(resident);
        Api guardian = guardianOf(resident);

        var first = put(
                self,
                "{\"modes\":[\"SIGN_LANGUAGE\",\"LARGE_PRINT\"],\"channel\":\"VIDEO\",\"language\":\"CHINESE_SIGN_LANGUAGE\",\"bestTime\":\"MORNING\"}");
        var second = put(guardian, "{\"modes\":[\"PLAIN_LANGUAGE\"],\"channel\":\"GUARDIAN\"}");
        var stale = put(officer, "{\"version\":1,\"modes\":[]}");
        var third = put(officer.as("610103001", "street-clerk"), "{\"version\":2,\"modes\":[]}");

        assertThat(first.<String>at("$.toldBy")).isEqualTo("RESIDENT");
        assertThat(second.<String>at("$.toldBy")).isEqualTo("GUARDIAN");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(third.<String>at("$.toldBy")).isEqualTo("STAFF");
        assertThat(self.get(path).<Integer>at("$.version")).isEqualTo(3);
        assertThat(self.get(path).<List<String>>at("$.modes")).isEmpty();
        assertThat(self.get(path + "/history").<List<List<String>>>at("$.items[*].modes"))
                .containsExactly(List.of(), List.of("PLAIN_LANGUAGE"), List.of("SIGN_LANGUAGE", "LARGE_PRINT"));
        assertThat(database.sql("SELECT COUNT(*) FROM outbox WHERE payload LIKE '%SIGN_LANGUAGE%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_nobody_said_is_unknown_and_what_is_no_code_is_refused() {
        String other = officer.post(
                        "/api/identity/residents", """
                            {"person":{"name":"李小红","idNumber":"%s"},"home":{"street":"610103001"}}\
                            """.formatted(TestNumbers.idNumber(LocalDate.of(1981, 1, 1), 4)))
                .at("$.residentId");

        var unknown = officer.get("/api/identity/residents/" + other + "/needs");
        var wrong = put(officer, "{\"modes\":[\"LOUD\"],\"bestTime\":\"NOON\"}");

        assertThat(unknown.<Integer>at("$.version")).isZero();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.<List<String>>at("$.errors[*].field")).containsExactly("modes[0]", "bestTime");
    }

    @Test
    void only_who_has_to_do_with_the_resident_may() {
        assertThat(officer.as("610103002", "street-clerk").get(path).status()).isEqualTo(404);
        assertThat(officer.person("nobodys-guardian", null, "guardian")
                        .get(path)
                        .status())
                .isEqualTo(404);
        assertThat(officer.as("610103", "auditor").get(path).status()).isEqualTo(200);
        assertThat(put(officer.as("610103", "auditor"), "{\"modes\":[]}").status())
                .isEqualTo(403);
        assertThat(officer.as("610103", "provider").get(path).status()).isEqualTo(403);
    }

    private Api guardianOf(String ward) {
        String account = "guardian-of-" + ward;
        database.sql("""
                        INSERT INTO delegation (id, resident_id, scopes, from_at, status, account, created_at)
                        VALUES (?, ?, 'READ_FILE,CERTIFICATE_MATTERS,BENEFIT_MATTERS,MONEY,MESSAGES', '2020-01-01', 'ACTIVE',
                          ?, '2020-01-01')""")
                .param(UUID.randomUUID().toString())
                .param(ward)
                .param(account)
                .update();
        return officer.person(account, null, "guardian");
    }

    private Api.Answer put(Api who, String json) {
        return who.send(MockMvcRequestBuilders.put(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
