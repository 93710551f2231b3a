package org.huizhu.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {

    @TempDir
    Path directory;

    @Test
    void a_second_platform_has_its_own_ports_which_later_calls_find() {
        PlatformHome.at(directory).withPortOffset(1000);

        var home = PlatformHome.at(directory);

        assertThat(home.port(Part.GATEWAY)).isEqualTo(9080);
        assertThat(ServiceSettings.of(home, Part.SUBSIDY))
                .containsEntry("server.port", "9082")
                .containsEntry("spring.kafka.bootstrap-servers", "127.0.0.1:10092")
                .containsEntry(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:9180/realms/huizhu");
        assertThat(ServiceSettings.of(home, Part.GATEWAY))
                .containsEntry("huizhu.gateway.services.education", "http://127.0.0.1:9085");
    }

    @Test
    void every_service_has_its_own_database_account() {
        var home = PlatformHome.at(directory);

        var identity = ServiceSettings.of(home, Part.IDENTITY);
        var rehab = ServiceSettings.of(home, Part.REHAB);

        assertThat(identity.get("spring.datasource.url")).startsWith("jdbc:mysql://127.0.0.1:3316/identity?");
        assertThat(identity).containsEntry("spring.datasource.username", "identity");
        assertThat(identity.get("spring.datasource.password")).isNotEqualTo(rehab.get("spring.datasource.password"));
    }

    @Test
    void no_two_parts_share_a_port() {
        var home = PlatformHome.at(directory);

        assertThat(java.util.Arrays.stream(Part.values()).flatMap(part -> home.ports(part).stream()))
                .doesNotHaveDuplicates();
    }
}
