package org.huizhu.identity.bureau;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What bureaus reported of a resident, for the resident and those who may read their file. */
@RestController
@RequestMapping("/api/identity/residents/{id}/receipts")
class OwnReceiptsController {

    private static final int LARGEST_PAGE = 100;

    private final OwnReceipts receipts;

    OwnReceiptsController(OwnReceipts receipts) {
        this.receipts = receipts;
    }

    /** {@code next}: before which receipt the next page begins; absent on the last one. */
    record Page(List<OwnReceipt> items, @Nullable String next) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('resident', 'guardian') and @access.reads(#id)")
    Page list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "20") int size) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<OwnReceipt> found = receipts.page(id, before, most);
        return new Page(found, found.size() < most ? null : found.getLast().receipt());
    }

    @GetMapping("/{receipt}")
    @PreAuthorize("hasAnyRole('resident', 'guardian') and @access.reads(#id)")
    OwnReceipt read(@PathVariable String id, @PathVariable String receipt) {
        return receipts.read(id, receipt);
    }
}
