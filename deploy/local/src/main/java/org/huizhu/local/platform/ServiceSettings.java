package org.huizhu.local.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizhu.local.servers.MariaDbServer;

/** What an application must be told: written to a file that only its owner can read, so that no secret shows in a process list. */
final class ServiceSettings {

    private ServiceSettings() {}

    /** Spring properties of the part. */
    static Map<String, String> of(PlatformHome home, Part part) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(home.port(part)));
        settings.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", home.issuer());
        settings.put("management.endpoint.health.probes.enabled", "true");
        var database = "jdbc:mysql://127.0.0.1:" + home.port(Part.MARIADB) + "/" + part.word();
        settings.put("spring.datasource.url", database + MariaDbServer.URL_OPTIONS);
        settings.put("spring.datasource.username", part.word());
        settings.put("spring.datasource.password", home.servers().secrets().value("mariadb-" + part.word()));
        settings.putAll(part == Part.GATEWAY ? gateway(home) : service(home));
        if (part == Part.IDENTITY) {
            settings.put("huizhu.accounts.client-secret", home.clientSecret("identity-accounts"));
            settings.put("huizhu.verification.address", home.url(Part.GATEWAY) + "/api/identity/verifications/");
            // The phones of the demonstration belong to nobody.
            settings.put("huizhu.accounts.invite", "false");
        }
        return settings;
    }

    /** Writes them where only their owner can read them. */
    static Path write(PlatformHome home, Part part) {
        var lines = of(home, part).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        return home.servers().secrets().write(part.word() + ".properties", lines);
    }

    private static Map<String, String> service(PlatformHome home) {
        return Map.of(
                "spring.kafka.bootstrap-servers",
                "127.0.0.1:" + home.port(Part.KAFKA),
                "huizhu.crypto.master-key-file",
                home.servers().secrets().file("master-key").toString());
    }

    private static Map<String, String> gateway(PlatformHome home) {
        var settings = new LinkedHashMap<String, String>();
        for (var service : Part.services()) {
            settings.put("huizhu.gateway.services." + service.word(), home.url(service));
        }
        settings.put("huizhu.gateway.sessions.key", home.servers().secrets().value("gateway-sessions"));
        settings.put("huizhu.gateway.keycloak.issuer", home.issuer());
        settings.put("huizhu.gateway.keycloak.client-id", "huizhu-portal");
        settings.put("huizhu.gateway.keycloak.client-secret", home.clientSecret("huizhu-portal"));
        return settings;
    }
}
