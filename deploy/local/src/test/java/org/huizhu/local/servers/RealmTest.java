package org.huizhu.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.huizhu.local.api.DemoSignIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("keycloak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealmTest {

    private static final String PORTAL = "http://localhost:8080";

    KeycloakServer keycloak;
    ServerHome home;

    @BeforeAll
    void start(@TempDir Path directory) {
        home = new ServerHome(directory, Distribution.sharedBinaries());
        var realm = Distribution.project().resolve("deploy/keycloak/huizhu-realm.json");
        keycloak = KeycloakServer.start(home, Ports.free(), Ports.free(), realm, PORTAL);
    }

    @AfterAll
    void stop() {
        keycloak.stop();
    }

    @Test
    void tokens_of_systems_carry_audience_roles_and_area() {
        var claims = claims(keycloak.token("huizhu-cli"));

        assertThat(claims.get("iss").asString()).isEqualTo(keycloak.issuer());
        assertThat(claims.get("aud").asString()).isEqualTo("huizhu-api");
        assertThat(texts(claims.get("roles"))).containsExactlyInAnyOrder("federation-officer", "operator");
        assertThat(claims.get("area").asString()).isEqualTo("610103");
        assertThat(claims.get("sub").asString()).isNotBlank();
    }

    @Test
    void a_bureau_has_its_own_role_only() {
        var claims = claims(keycloak.token("bureau-civil-affairs"));

        assertThat(texts(claims.get("roles"))).containsExactly("bureau:civil-affairs");
    }

    @Test
    void the_command_line_may_act_as_a_demo_account_of_this_machine() {
        var secrets = home.secrets();
        var signIn = new DemoSignIn(
                keycloak.baseUrl(), () -> secrets.value("keycloak-admin"), () -> secrets.value("client-demo-accounts"));

        var tokens = signIn.tokensOf("policy", "Huizhu-demo-2026");

        for (var token : List.of(tokens.get(), tokens.get())) {
            var claims = claims(token);
            assertThat(claims.get("aud").asString()).isEqualTo("huizhu-api");
            assertThat(texts(claims.get("roles"))).containsExactly("policy-officer");
            assertThat(claims.get("area").asString()).isEqualTo("610103");
        }
    }

    @Test
    void people_sign_in_in_chinese_and_only_with_a_proof_key() throws Exception {
        var login = keycloak.issuer() + "/protocol/openid-connect/auth?client_id=huizhu-portal&response_type=code"
                + "&scope=openid&redirect_uri=" + PORTAL + "/login/oauth2/code/huizhu";
        var challenge = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        var withKey = get(login + challenge);
        var without = get(login);

        assertThat(withKey.statusCode()).isEqualTo(200);
        assertThat(withKey.body()).contains("lang=\"zh-CN\"").contains("惠助");
        assertThat(without.headers().firstValue("location").orElse("")).contains("error=invalid_request");
    }

    private static HttpResponse<String> get(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode claims(String token) {
        var payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        return new JsonMapper().readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
