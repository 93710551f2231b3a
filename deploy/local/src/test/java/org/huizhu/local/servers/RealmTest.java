package org.huizhu.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizhu.local.api.DemoSignIn;
import org.huizhu.local.demo.DemoAccounts;
import org.jspecify.annotations.Nullable;
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
    private static final String PASSWORD = "For-one-sign-in-7";

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

        var tokens = signIn.tokensOf("policy", DemoAccounts.PASSWORD);

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

    @Test
    void staff_need_a_second_factor_whatever_their_role() throws Exception {
        for (var role : List.of("street-clerk", "operator", "auditor")) {
            newAccount("real-" + role, role);

            var after = signIn("real-" + role, PASSWORD);

            assertThat(after).as(role).contains("execution=CONFIGURE_TOTP");
        }
    }

    @Test
    void residents_need_none_and_set_their_own_password_at_the_first_sign_in() throws Exception {
        newAccount("real-resident", "resident");

        assertThat(signIn("real-resident", PASSWORD)).contains("execution=UPDATE_PASSWORD");
    }

    @Test
    void demonstration_accounts_of_staff_are_let_off_on_this_machine_only() throws Exception {
        var realm = Files.readString(Distribution.project().resolve("deploy/keycloak/huizhu-realm.json"));

        assertThat(signIn("street", DemoAccounts.PASSWORD)).startsWith(PORTAL).contains("code=");
        assertThat(signIn("operator", DemoAccounts.PASSWORD)).startsWith(PORTAL).contains("code=");
        assertThat(realm.split("\\$\\{HUIZHU_DEMO_WITHOUT_SECOND_FACTOR:false\\}", -1))
                .hasSize(9);
    }

    @Test
    void passwords_that_are_short_common_or_the_name_are_refused() throws Exception {
        var user = newAccount("somebody-else-1", "resident");

        for (var password : List.of("Short-1", "woaini1314520", "somebody-else-1", "my-somebody-else-1")) {
            assertThat(setPassword(user, password).statusCode()).as(password).isEqualTo(400);
        }
        assertThat(setPassword(user, "Quite-another-one-7").statusCode()).isEqualTo(204);
    }

    @Test
    void the_client_for_accounts_manages_users_and_nothing_else() throws Exception {
        var admin = keycloak.baseUrl() + "/admin/realms/huizhu";
        var token = keycloak.token("identity-accounts");

        assertThat(send(admin + "/users?max=1", token, null).statusCode()).isEqualTo(200);
        for (var forbidden : List.of("/clients", "/roles", "/events", "/authentication/flows", "/components")) {
            assertThat(send(admin + forbidden, token, null).statusCode())
                    .as(forbidden)
                    .isEqualTo(403);
        }
        assertThat(claims(token).has("acts_for")).isFalse();
    }

    /** As identity makes accounts: with the client that it has, and a password for one sign-in. */
    private String newAccount(String username, String role) throws Exception {
        var users = keycloak.baseUrl() + "/admin/realms/huizhu/users";
        var token = keycloak.token("identity-accounts");
        var created = send(
                users,
                token,
                "{\"username\":\"%s\",\"enabled\":true,\"attributes\":{\"area\":[\"610103001\"]}}".formatted(username));
        assertThat(created.statusCode()).isEqualTo(201);
        var user = created.headers().firstValue("location").orElseThrow();
        for (var available : new JsonMapper()
                .readTree(send(user + "/role-mappings/realm/available", token, null)
                        .body())) {
            if (available.path("name").asString().equals(role)) {
                assertThat(send(user + "/role-mappings/realm", token, "[" + available + "]")
                                .statusCode())
                        .isEqualTo(204);
            }
        }
        assertThat(setPassword(user, PASSWORD).statusCode()).isEqualTo(204);
        return user;
    }

    private HttpResponse<String> setPassword(String user, String password) throws Exception {
        var body = "{\"type\":\"password\",\"temporary\":true,\"value\":\"%s\"}".formatted(password);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(user + "/reset-password"))
                            .header("Authorization", "Bearer " + keycloak.token("identity-accounts"))
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Where Keycloak sends a browser after the form with name and password. */
    private String signIn(String username, String password) throws Exception {
        var login = keycloak.issuer() + "/protocol/openid-connect/auth?client_id=huizhu-portal&response_type=code"
                + "&scope=openid&redirect_uri=" + PORTAL + "/login/oauth2/code/huizhu"
                + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        try (var browser = HttpClient.newHttpClient()) {
            var form = browser.send(
                    HttpRequest.newBuilder(URI.create(login)).build(), HttpResponse.BodyHandlers.ofString());
            var action = Pattern.compile("action=\"([^\"]*)\"").matcher(form.body());
            assertThat(action.find()).isTrue();
            // Keycloak marks them for https; browsers make an exception for localhost, Java's cookie store does not.
            var cookies = form.headers().allValues("set-cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0])
                    .collect(Collectors.joining("; "));
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Cookie", cookies)
                            .POST(HttpRequest.BodyPublishers.ofString("username=" + username + "&password=" + password))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.headers().firstValue("location").orElseGet(answer::body);
        }
    }

    private static HttpResponse<String> send(String address, String token, @Nullable String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    (json == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(json))).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
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
