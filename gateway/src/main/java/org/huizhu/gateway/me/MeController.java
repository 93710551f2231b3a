package org.huizhu.gateway.me;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Who looked at my file, and everything that is held on me, from all services. {@code for} is a resident whom the caller
 * acts for. Each service says itself whether the caller may know.
 */
@RestController
class MeController {

    private static final int LARGEST_PAGE = 200;
    private static final MediaType ZIP = MediaType.valueOf("application/zip");

    private final FileOfMine file;
    private final Problems problems;

    MeController(FileOfMine file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    @GetMapping("/api/me/reads")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    ResponseEntity<Reads> reads(
            @RequestParam(name = "for", required = false) @Nullable UUID someone,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int size,
            HttpServletRequest request) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(file.reads(someone, before, most, language(request)));
    }

    /** A service that is down is named in the archive; what it holds is not in it. */
    @GetMapping("/api/me/export")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    ResponseEntity<byte[]> export(
            @RequestParam(name = "for", required = false) @Nullable UUID someone, HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("huizhu-export.zip")
                                .build()
                                .toString())
                .body(file.exported(someone, language(request)));
    }

    private static Locale language(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.SIMPLIFIED_CHINESE : request.getLocale();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedAboutMe refused, HttpServletRequest request) {
        return answer(refused.problem(), request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ProblemDetail> noId(HttpServletRequest request) {
        return answer(Problem.MALFORMED_REQUEST, request);
    }

    private ResponseEntity<ProblemDetail> answer(Problem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status()).body(problems.describe(problem, request));
    }
}
