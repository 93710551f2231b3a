package org.huizhu.identity.duplicate;

import java.util.List;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/duplicates")
class DuplicatesController {

    private static final String READERS = "hasAnyRole('federation-officer', 'street-clerk')";
    private static final int LARGEST_PAGE = 100;

    private final JudgeDuplicate judge;

    DuplicatesController(JudgeDuplicate judge) {
        this.judge = judge;
    }

    record Page(List<DuplicateView> items, @Nullable String next) {}

    @GetMapping
    @PreAuthorize(READERS)
    Page list(
            @RequestParam(defaultValue = "OPEN") Duplicate.Status status,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "20") int size) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<DuplicateView> items = judge.page(status, area(), after, most);
        return new Page(items, items.size() < most ? null : items.getLast().id());
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    DuplicateView read(@PathVariable String id) {
        return judge.read(id, area());
    }

    @PostMapping("/{id}/merge")
    @PreAuthorize("hasRole('federation-officer')")
    DuplicateView merge(@PathVariable String id, @RequestBody JudgeDuplicate.Merge merge) {
        judge.merge(id, merge, area());
        return judge.read(id, area());
    }

    @PostMapping("/{id}/keep-apart")
    @PreAuthorize(READERS)
    ResponseEntity<Void> keepApart(@PathVariable String id, @RequestBody JudgeDuplicate.Reason reason) {
        judge.keepApart(id, reason, area());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/undo")
    @PreAuthorize("hasRole('federation-officer')")
    JudgeDuplicate.Undone undo(@PathVariable String id, @RequestBody JudgeDuplicate.Reason reason) {
        return judge.undo(id, reason, area());
    }

    private static @Nullable String area() {
        return StaffArea.of(Caller.current());
    }
}
