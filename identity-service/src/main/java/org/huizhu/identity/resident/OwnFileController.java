package org.huizhu.identity.resident;

import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Residents' own files, masked as everywhere; see {@code org.huizhu.identity.privacy} for the rest. */
@RestController
class OwnFileController {

    private final ReadResident readResident;
    private final Access access;

    OwnFileController(ReadResident readResident, Access access) {
        this.readResident = readResident;
        this.access = access;
    }

    /** {@code for}: a resident whom the caller acts for; left out, the caller's own file. */
    @GetMapping("/api/identity/me")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    ResponseEntity<ResidentView> me(@RequestParam(name = "for", required = false) @Nullable String someone) {
        ResidentView file = readResident
                .read(access.residentMeant(someone), "resident.read")
                .orElseThrow(() -> Problem.notFound("no-such-resident"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(file);
    }
}
