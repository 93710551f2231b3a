package org.huizhu.identity.account;

import java.util.List;
import java.util.Optional;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells auditors whose account it is that stands in an audit log: by its name, and never by that of the person. */
@RestController
class StaffNamesController {

    private static final int MOST = 200;

    private final Accounts accounts;

    StaffNamesController(Accounts accounts) {
        this.accounts = accounts;
    }

    record Name(
            String subject,
            @Nullable String username,
            @Nullable String area) {}

    record Names(List<Name> items) {}

    /** Accounts of staff within the caller's area; by what stands in the log as actor, or by the account's whole name. */
    @GetMapping("/api/identity/staff-names")
    @PreAuthorize("hasRole('auditor')")
    Names names(
            @RequestParam(required = false) @Nullable List<String> subject,
            @RequestParam(required = false) @Nullable String username) {
        String area = Caller.current().area() == null ? null : StaffArea.of(Caller.current());
        List<String> subjects = Optional.ofNullable(username)
                .flatMap(accounts::ofUsername)
                .map(Account::subject)
                .map(List::of)
                .orElseGet(() -> subject == null
                        ? List.of()
                        : subject.stream().limit(MOST).toList());
        return new Names(accounts.staffOf(subjects, area).stream()
                .map(account -> new Name(String.valueOf(account.subject()), account.username(), account.area()))
                .toList());
    }
}
