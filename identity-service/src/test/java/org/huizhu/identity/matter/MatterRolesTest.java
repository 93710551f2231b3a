package org.huizhu.identity.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huizhu.identity.Api;
import org.huizhu.platform.test.servers.WithServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of certificate work × every role, as the real mappings answer. */
@SpringBootTest
@WithServers(database = "roles")
class MatterRolesTest {

    private static final List<String> ROLES = List.of(
            "resident",
            "guardian",
            "community-worker",
            "street-clerk",
            "federation-officer",
            "civil-affairs-officer",
            "finance-officer",
            "policy-officer",
            "auditor",
            "operator",
            "provider",
            "employer",
            "school");

    private static final String TABLE = """
            GET /api/identity/certificate-matters                           resident guardian community-worker street-clerk federation-officer auditor provider
            POST /api/identity/certificate-matters                          resident guardian community-worker street-clerk federation-officer
            GET /api/identity/certificate-matters/renewals                  community-worker street-clerk federation-officer auditor
            GET /api/identity/certificate-matters/{id}                      resident guardian community-worker street-clerk federation-officer auditor provider
            GET /api/identity/certificate-matters/{id}/diagnosis            resident guardian provider federation-officer
            POST /api/identity/certificate-matters/{id}/accept              street-clerk federation-officer
            POST /api/identity/certificate-matters/{id}/return              street-clerk federation-officer
            POST /api/identity/certificate-matters/{id}/refuse              federation-officer
            POST /api/identity/certificate-matters/{id}/resubmit            resident guardian community-worker street-clerk federation-officer
            POST /api/identity/certificate-matters/{id}/withdraw            resident guardian community-worker street-clerk federation-officer
            POST /api/identity/certificate-matters/{id}/assign              street-clerk federation-officer
            POST /api/identity/certificate-matters/{id}/home-visit          community-worker street-clerk federation-officer
            POST /api/identity/certificate-matters/{id}/result              provider
            POST /api/identity/certificate-matters/{id}/objections          community-worker street-clerk federation-officer
            POST /api/identity/certificate-matters/{id}/review              federation-officer
            POST /api/identity/certificate-matters/{id}/issue               federation-officer
            POST /api/identity/certificate-matters/{id}/complete            federation-officer
            POST /api/identity/certificate-matters/{id}/hand-over           federation-officer
            POST /api/identity/certificate-matters/{id}/dispute             resident guardian street-clerk federation-officer
            POST /api/identity/certificate-matters/{id}/finding             federation-officer
            POST /api/identity/certificate-matters/{id}/escalate            resident guardian street-clerk federation-officer
            GET /api/identity/hospitals                                     community-worker street-clerk federation-officer auditor
            PUT /api/identity/hospitals/{code}                              federation-officer
            PUT /api/identity/hospitals/{code}/accounts/{subject}           federation-officer
            DELETE /api/identity/hospitals/{code}/accounts/{subject}        federation-officer
            GET /api/identity/smart-cards                                   community-worker street-clerk federation-officer auditor
            POST /api/identity/smart-cards/enlist                           federation-officer
            POST /api/identity/smart-cards/{id}/photo                       street-clerk federation-officer
            POST /api/identity/smart-cards/{id}/hand-over                   community-worker street-clerk federation-officer
            GET /api/identity/smart-cards/progress                          community-worker street-clerk federation-officer auditor
            GET /api/identity/smart-card-batches                            federation-officer auditor
            POST /api/identity/smart-card-batches                           federation-officer
            GET /api/identity/smart-card-batches/{id}                       federation-officer auditor
            POST /api/identity/smart-card-batches/{id}/fill                 federation-officer
            POST /api/identity/smart-card-batches/{id}/send                 federation-officer
            GET /api/identity/smart-card-batches/{id}/order.csv             federation-officer
            POST /api/identity/smart-card-batches/{id}/chips                federation-officer
            POST /api/identity/residents/{residentId}/credentials           street-clerk federation-officer
            POST /api/identity/residents/{residentId}/credentials/{id}/withdraw street-clerk federation-officer
            GET /api/identity/residents/{residentId}/credentials            resident guardian community-worker street-clerk federation-officer civil-affairs-officer finance-officer policy-officer auditor
            """;

    @Autowired
    WebApplicationContext context;

    @Test
    void every_endpoint_lets_in_exactly_the_roles_of_the_table(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        Map<String, Set<String>> expected = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            List<String> words = Arrays.asList(line.strip().split(" +"));
            expected.put(words.get(0) + " " + words.get(1), new TreeSet<>(words.subList(2, words.size())));
        });

        Map<String, Set<String>> found = new TreeMap<>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> ask(mapping, method, found));

        found.forEach((endpoint, allowed) -> System.out.printf("%-75s %s%n", endpoint, String.join(" ", allowed)));
        assertThat(found).isEqualTo(expected);
    }

    private void ask(RequestMappingInfo mapping, HandlerMethod method, Map<String, Set<String>> found) {
        String feature = method.getBeanType().getPackageName().replace("org.huizhu.identity.", "");
        if (!List.of("matter", "card", "credential").contains(feature)) {
            return;
        }
        String verb =
                mapping.getMethodsCondition().getMethods().iterator().next().name();
        String path = mapping.getPatternValues().iterator().next();
        String type = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(MediaType.APPLICATION_JSON_VALUE);
        Set<String> allowed = new TreeSet<>();
        for (String role : ROLES) {
            int status = Api.officer(context)
                    .as("610103", role)
                    .with(Map.of("resident_id", "nobody", "acts_for", new ArrayList<>(List.of("nobody"))))
                    .send(MockMvcRequestBuilders.request(HttpMethod.valueOf(verb), path.replaceAll("\\{[^}]+}", "x"))
                            .contentType(type)
                            .content("{}"))
                    .status();
            assertThat(status)
                    .as("%s %s as %s", verb, path, role)
                    .isNotEqualTo(401)
                    .isLessThan(500);
            if (status != 403) {
                allowed.add(role);
            }
        }
        found.put(verb + " " + path, allowed);
    }
}
