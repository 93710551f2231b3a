package org.huizhu.identity.resident;

import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/residents")
class ResidentController {

    private final ReadResident readResident;
    private final SearchResidents searchResidents;

    ResidentController(ReadResident readResident, SearchResidents searchResidents) {
        this.readResident = readResident;
        this.searchResidents = searchResidents;
    }

    @GetMapping("/{id}")
    @PreAuthorize("@access.reads(#id)")
    ResidentView read(@PathVariable String id) {
        return readResident.read(id, "resident.read").orElseThrow(() -> Problem.notFound("no-such-resident"));
    }

    /** Numbers and names stand in the body, never in an address, which is logged on its way. */
    @PostMapping("/search")
    @PreAuthorize(
            "hasAnyRole('federation-officer', 'street-clerk', 'community-worker', 'civil-affairs-officer', 'auditor')")
    SearchResidents.Found search(@RequestBody SearchResidents.Wanted wanted) {
        return searchResidents.search(wanted, StaffArea.of(Caller.current()));
    }
}
