package org.huizhu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.huizhu.platform.test.AccessTable;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest
@WithServers(database = "access")
class AccessTableTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    InstantSource clock;

    @Test
    void every_role_and_every_endpoint_are_as_in_the_table(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        String resident = Api.officer(context)
                .post("/api/identity/certificates", """
                {"person":{"name":"王小明","idNumber":"%s"},"hukou":{"area":"610103"},
                 "home":{"street":"610103001","community":"610103001001"},
                 "category":"LIMB","level":2,"issuedOn":"2024-01-01"}""".formatted(TestNumbers.idNumber(1)))
                .at("$.residentId");
        var cast = new AccessTable.Cast(resident, id(), id());
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        acts(resident, cast.delegate(), now.plusDays(1));
        acts(resident, cast.formerDelegate(), now.minusSeconds(1));

        var table = AccessTable.of(context, endpoints, cast);

        assertThat(AccessTable.differences(table)).isEmpty();
    }

    private void acts(String resident, String account, LocalDateTime until) {
        database.sql("""
                        INSERT INTO delegation (id, resident_id, scopes, from_at, until_at, status, account, created_at)
                        VALUES (?, ?, 'READ_FILE,CERTIFICATE_MATTERS,BENEFIT_MATTERS,MONEY,MESSAGES', ?, ?, 'ACTIVE', ?, ?)""")
                .param(id())
                .param(resident)
                .param(until.minusDays(2))
                .param(until)
                .param(account)
                .param(until.minusDays(2))
                .update();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
