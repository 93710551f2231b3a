package org.huizhu.identity.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.huizhu.identity.Api;
import org.huizhu.identity.TestNumbers;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest
@WithServers(database = "mine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftsTest {

    private static final String SECRET = "我的照片下周才能拍好";

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    Drafts drafts;

    Api officer;
    String resident;
    Api self;
    int people = 63_000;

    @BeforeEach
    void somebody() {
        officer = Api.officer(context);
        resident = officer.post("/api/identity/residents", """
                        {"person":{"name":"王小明","idNumber":"%s"},"home":{"street":"610103001"}}""".formatted(TestNumbers.idNumber(people++)))
                .at("$.residentId");
        self = officer.resident(resident);
    }

    @Test
    void what_was_saved_is_there_another_day_and_gone_once_it_was_thrown_away() {
        put(self, "renew", "{\"remark\":[\"先存着\"]}");
        var saved = put(self, "renew", "{\"documents\":[\"PHOTO\"],\"remark\":[\"" + SECRET + "\"]}");

        var held = self.get(of("renew"));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(held.<String>at("$.content.remark[0]")).isEqualTo(SECRET);
        assertThat(held.header("Cache-Control")).contains("no-store");
        assertThat(self.get(of("")).<List<String>>at("$.items[*].kind")).containsExactly("renew");
        assertThat(self.get("/api/identity/me/export").body()).contains(SECRET);
        assertThat(database.sql("SELECT content FROM filing_draft")
                        .query(byte[].class)
                        .list())
                .noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains(SECRET));

        assertThat(self.send(MockMvcRequestBuilders.delete(of("renew"))).status())
                .isEqualTo(204);
        assertThat(self.get(of("renew")).status()).isEqualTo(404);
        assertThat(self.send(MockMvcRequestBuilders.delete(of("renew"))).status())
                .isEqualTo(204);
    }

    @Test
    void a_draft_is_its_writers_own_and_only_who_may_file_writes_one() {
        Api delegate = actsFor("READ_FILE,CERTIFICATE_MATTERS");
        Api reader = actsFor("READ_FILE");
        put(self, "renew", "{\"remark\":[\"" + SECRET + "\"]}");

        assertThat(delegate.get(of("renew")).status()).isEqualTo(404);
        assertThat(put(delegate, "renew", "{\"remark\":[\"代办\"]}").status()).isEqualTo(200);
        assertThat(self.get(of("renew")).<String>at("$.content.remark[0]")).isEqualTo(SECRET);
        assertThat(put(reader, "renew", "{}").status()).isEqualTo(404);
        assertThat(put(officer.resident(UUID.randomUUID().toString()), "renew", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(put(officer, "renew", "{}").status()).isEqualTo(403);
    }

    @Test
    void what_is_too_long_too_many_or_no_draft_is_refused() {
        for (int i = 0; i < 20; i++) {
            put(self, "kind-" + (char) ('a' + i), "{}");
        }

        assertThat(put(self, "renew", "{}").status()).isEqualTo(409);
        assertThat(put(self, "kind-a", "{\"remark\":\"" + "长".repeat(6_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(put(self, "kind-a", "[]").status()).isEqualTo(400);
        assertThat(put(self, "Kind", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_draft_is_kept_for_ninety_days() {
        put(self, "renew", "{}");

        assertThat(drafts.removeSavedBefore(Instant.now().minus(90, ChronoUnit.DAYS), 100))
                .isZero();
        assertThat(drafts.removeSavedBefore(Instant.now().plusSeconds(5), 100)).isPositive();
        assertThat(self.get(of("renew")).status()).isEqualTo(404);
    }

    private String of(String kind) {
        String path = "/api/identity/residents/" + resident + "/drafts";
        return kind.isEmpty() ? path : path + "/" + kind;
    }

    private Api actsFor(String scopes) {
        String account = UUID.randomUUID().toString();
        database.sql("INSERT INTO delegation (id, resident_id, scopes, from_at, status, account, created_at)"
                        + " VALUES (?, ?, ?, '2020-01-01', 'ACTIVE', ?, '2020-01-01')")
                .params(UUID.randomUUID().toString(), resident, scopes, account)
                .update();
        return officer.person(account, null, "guardian");
    }

    private Api.Answer put(Api who, String kind, String json) {
        return who.send(MockMvcRequestBuilders.put(of(kind))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
