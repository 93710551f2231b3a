package org.huizhu.identity.account;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of staff, for operators. */
@RestController
@RequestMapping("/api/identity/accounts")
@PreAuthorize("hasRole('operator')")
class StaffAccountController {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 100_000;

    private final ManageStaff manage;
    private final Accounts accounts;
    private final AccountTasks tasks;

    StaffAccountController(ManageStaff manage, Accounts accounts, AccountTasks tasks) {
        this.manage = manage;
        this.accounts = accounts;
        this.tasks = tasks;
    }

    record Page<T>(int page, int size, long total, List<T> items) {}

    /** {@code waiting}: Keycloak has not been told everything yet; {@code own}: the caller's, which they cannot change. */
    record View(
            String id,
            @Nullable String username,
            @Nullable String name,
            Set<String> roles,
            @Nullable String area,
            boolean enabled,
            boolean waiting,
            boolean own,
            int version) {}

    /** {@code username}: what the account's name contains. */
    @GetMapping
    Page<View> list(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable Boolean enabled,
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var wanted = new Accounts.Wanted(within(area), role, enabled, username);
        int from = Math.clamp(page, 0, LAST_PAGE);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return new Page<>(
                from,
                most,
                accounts.countStaff(wanted),
                accounts.staff(wanted, from, most).stream().map(this::view).toList());
    }

    @GetMapping("/{id}")
    View read(@PathVariable String id) {
        return view(manage.visible(Caller.current(), id));
    }

    @PostMapping
    ResponseEntity<ManageStaff.OneTime> create(@RequestBody ManageStaff.Created wanted) {
        var created = manage.create(Caller.current(), wanted);
        return ResponseEntity.created(URI.create("/api/identity/accounts/" + created.id()))
                .body(created);
    }

    @PutMapping("/{id}")
    View change(@PathVariable String id, @RequestBody ManageStaff.Changed wanted) {
        return view(manage.change(Caller.current(), id, wanted));
    }

    @PostMapping("/{id}/disable")
    View disable(@PathVariable String id) {
        return view(manage.enable(Caller.current(), id, false));
    }

    @PostMapping("/{id}/enable")
    View enable(@PathVariable String id) {
        return view(manage.enable(Caller.current(), id, true));
    }

    @PostMapping("/{id}/password-reset")
    ManageStaff.OneTime resetPassword(@PathVariable String id) {
        return manage.resetPassword(Caller.current(), id);
    }

    /** The area asked for if it is within the caller's own, which is taken without one. */
    private static @Nullable String within(@Nullable String area) {
        String own = StaffArea.of(Caller.current());
        if (area == null || area.equals(own)) {
            return own;
        }
        if (!area.matches("[0-9]{6}|[0-9]{9}|[0-9]{12}")) {
            throw Problem.faults("account-invalid", List.of(Fault.of("area", "area-malformed")));
        }
        return own == null || area.startsWith(own) ? area : own;
    }

    private View view(Account account) {
        return new View(
                account.id(),
                account.username(),
                account.name(),
                account.roles(),
                account.area(),
                account.enabled(),
                tasks.waiting(account.id()) > 0,
                Caller.current().subject().equals(account.subject()),
                account.version());
    }
}
