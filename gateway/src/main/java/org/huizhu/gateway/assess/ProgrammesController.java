package org.huizhu.gateway.assess;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Every programme there is, with its rules and what of them is uncertain; for everybody. */
@RestController
class ProgrammesController {

    private static final CacheControl FOR_A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final ReadProgrammes programmes;
    private final Problems problems;
    private final JsonMapper json;

    ProgrammesController(ReadProgrammes programmes, Problems problems, JsonMapper json) {
        this.programmes = programmes;
        this.problems = problems;
        this.json = json;
    }

    @GetMapping("/api/programmes")
    @PreAuthorize("permitAll()")
    ResponseEntity<?> programmes(
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(name = "service", required = false) @Nullable String service,
            HttpServletRequest request) {
        Programmes all = programmes.of(service);
        if (all.services().isEmpty()) {
            return ResponseEntity.status(Problem.NO_SUCH_SERVICE.status())
                    .body(problems.describe(Problem.NO_SUCH_SERVICE, request));
        }
        ProgrammeSearch search = ProgrammeSearch.of(query);
        Programmes found = new Programmes(
                all.services().stream().map(part -> part.only(search)).toList());
        byte[] body = json.writeValueAsBytes(found);
        return ResponseEntity.ok()
                // Weak, since Tomcat compresses no answer with a strong one.
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(body) + '"')
                .cacheControl(found.isWhole() ? FOR_A_MINUTE : CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
