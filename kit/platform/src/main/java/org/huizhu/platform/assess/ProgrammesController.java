package org.huizhu.platform.assess;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The programmes that this service decides; open to everybody. */
@RestController
class ProgrammesController {

    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final ListProgrammes programmes;

    ProgrammesController(ListProgrammes programmes) {
        this.programmes = programmes;
    }

    @GetMapping("/api/${huizhu.decisions.service}/programmes")
    @PreAuthorize("permitAll()")
    ResponseEntity<byte[]> programmes() {
        ListProgrammes.Listing listing = programmes.today();
        return ResponseEntity.ok()
                .eTag(listing.etag())
                .cacheControl(FOR_A_WHILE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(listing.json());
    }
}
