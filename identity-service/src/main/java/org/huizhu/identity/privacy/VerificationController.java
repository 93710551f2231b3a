package org.huizhu.identity.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.huizhu.identity.privacy.GiveOutCode.GivenOut;
import org.huizhu.identity.privacy.VerificationCodes.Code;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Codes for their holders, and what a code shows for everybody. {@code for} is whom the caller acts for. */
@RestController
class VerificationController {

    private static final int LARGEST_PAGE = 100;
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final String HOLDERS = "hasAnyRole('resident', 'guardian')";

    private final GiveOutCode giveOut;
    private final VerificationCodes codes;
    private final VerifyCertificate verify;
    private final VerificationSettings settings;
    private final Access access;
    private final ProblemTexts texts;
    private final InstantSource clock;

    VerificationController(
            GiveOutCode giveOut,
            VerificationCodes codes,
            VerifyCertificate verify,
            VerificationSettings settings,
            Access access,
            ProblemTexts texts,
            InstantSource clock) {
        this.giveOut = giveOut;
        this.codes = codes;
        this.verify = verify;
        this.settings = settings;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    record Wish(@Nullable Long validMinutes) {}

    /** The code's address to be drawn: a square of so many modules, the dark ones as the path of an SVG. */
    record Picture(int size, String path) {

        static Picture of(QrCode code) {
            return new Picture(code.size(), code.path());
        }
    }

    /** {@code code}, {@code address} and {@code picture} are told this once. */
    record CodeGiven(String id, String code, String address, Instant expiresAt, Picture picture) {

        @Override
        public String toString() {
            return "CodeGiven[" + id + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeView(
            String id,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            boolean live) {}

    record Page(int page, int size, List<CodeView> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Validity(boolean valid, @Nullable LocalDate validUntil) {}

    @PostMapping("/api/identity/me/verification-codes")
    @PreAuthorize(HOLDERS)
    ResponseEntity<CodeGiven> give(
            @RequestBody Wish wish, @RequestParam(name = "for", required = false) @Nullable String someone) {
        GivenOut given = giveOut.to(access.residentMeant(someone), wish.validMinutes());
        String code = given.text().grouped();
        String address = settings.address() + code;
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new CodeGiven(
                        given.code().id(), code, address, given.code().expiresAt(), Picture.of(new QrCode(address))));
    }

    @GetMapping("/api/identity/me/verification-codes")
    @PreAuthorize(HOLDERS)
    Page list(
            @RequestParam(name = "for", required = false) @Nullable String someone,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        int from = Math.clamp(page, 0, 10_000);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return new Page(
                from,
                most,
                codes.page(access.residentMeant(someone), from, most).stream()
                        .map(this::view)
                        .toList());
    }

    @DeleteMapping("/api/identity/me/verification-codes/{id}")
    @PreAuthorize(HOLDERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, @RequestParam(name = "for", required = false) @Nullable String someone) {
        giveOut.revoke(access.residentMeant(someone), id);
    }

    /** Only the holder's copy knows the code: it has to be sent along to be drawn. */
    @GetMapping("/api/identity/me/verification-codes/{id}/qr.svg")
    @PreAuthorize(HOLDERS)
    ResponseEntity<String> svg(
            @PathVariable String id,
            @RequestParam String code,
            @RequestParam(name = "for", required = false) @Nullable String someone,
            Locale locale) {
        QrCode picture = picture(id, code, someone);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(SVG)
                .body(picture.svg(texts.say("verification", "qr", locale)));
    }

    @GetMapping("/api/identity/me/verification-codes/{id}/qr.png")
    @PreAuthorize(HOLDERS)
    ResponseEntity<byte[]> png(
            @PathVariable String id,
            @RequestParam String code,
            @RequestParam(name = "for", required = false) @Nullable String someone) {
        QrCode picture = picture(id, code, someone);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(picture.png());
    }

    private QrCode picture(String id, String typed, @Nullable String someone) {
        String resident = access.residentMeant(someone);
        CodeText text = CodeText.read(typed)
                .filter(read -> codes.find(read)
                        .filter(code ->
                                code.id().equals(id) && code.residentId().equals(resident))
                        .isPresent())
                .orElseThrow(() -> Problem.notFound("no-such-verification-code"));
        return new QrCode(settings.address() + text.grouped());
    }

    /** For everybody. There is no such question by certificate number: that would let anybody try numbers. */
    @GetMapping("/api/identity/verifications/{code}")
    @PreAuthorize("permitAll()")
    ResponseEntity<Validity> validity(@PathVariable String code) {
        LocalDate until = verify.validUntil(code).orElse(null);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Validity(until != null, until));
    }

    private CodeView view(Code code) {
        return new CodeView(
                code.id(), code.createdAt(), code.expiresAt(), code.revokedAt(), code.isLive(clock.instant()));
    }
}
