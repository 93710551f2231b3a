package org.huizhu.gateway.edge;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one caller may ask for.
 *
 * @param assess largest body for {@code POST /api/assess}, which goes to every service at once and is open to everybody
 * @param upload largest file with what a form wraps around it; a little more than the 50 MB of a file that identity takes,
 *     so that identity is the one to refuse a file and say why
 * @param uploadPaths where files are sent: larger bodies, longer time limit
 * @param clients how many callers are remembered at most; the one not seen for longest is forgotten first
 */
@Validated
@ConfigurationProperties("huizhu.gateway.limits")
record LimitSettings(
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("256KB") DataSize assess,
        @DefaultValue("52MB") DataSize upload,

        @DefaultValue({"/api/*/imports", "/api/*/event-files", "/api/event-files", "/desk/imports"})
        List<String> uploadPaths,

        @DefaultValue("100000") int clients,
        @Valid Rate person,
        @Valid Rate system,
        @Valid Rate anonymous) {

    /** So many requests a second in the long run, so many at once. */
    record Rate(int perSecond, int burst) {}
}
