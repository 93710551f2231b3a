package org.huizhu.identity.needs;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/residents/{id}/needs")
class NeedsController {

    private final TellNeeds tellNeeds;

    NeedsController(TellNeeds tellNeeds) {
        this.tellNeeds = tellNeeds;
    }

    record History(List<Needs> items) {}

    @GetMapping
    @PreAuthorize("@access.reads(#id)")
    Needs read(@PathVariable String id) {
        return tellNeeds.read(id);
    }

    @GetMapping("/history")
    @PreAuthorize("@access.reads(#id)")
    History history(@PathVariable String id) {
        return new History(tellNeeds.history(id));
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('resident', 'guardian', 'community-worker', 'street-clerk', 'federation-officer')"
            + " and @access.reads(#id)")
    Needs tell(@PathVariable String id, @RequestBody TellNeeds.Told told) {
        return tellNeeds.tell(id, told);
    }
}
