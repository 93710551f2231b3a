package org.huizhu.identity.account;

import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.KnownPeople;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Residents' own accounts. */
@RestController
@RequestMapping("/api/identity")
class ResidentAccountController {

    private final Accounts accounts;
    private final AccountTasks tasks;
    private final InviteResident invite;
    private final LinkFile linkFile;
    private final KnownPeople people;
    private final AuditLog audit;
    private final Atomically atomically;

    ResidentAccountController(
            Accounts accounts,
            AccountTasks tasks,
            InviteResident invite,
            LinkFile linkFile,
            KnownPeople people,
            AuditLog audit,
            Atomically atomically) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.invite = invite;
        this.linkFile = linkFile;
        this.people = people;
        this.audit = audit;
        this.atomically = atomically;
    }

    enum Status {
        NONE,
        /** Keycloak has not been told yet. */
        WAITING,
        READY,
        DISABLED
    }

    record View(Status status, @Nullable String username) {}

    record Link(@Nullable String idNumber, @Nullable String phone) {

        @Override
        public String toString() {
            return "Link[…]";
        }
    }

    @GetMapping("/residents/{residentId}/account")
    @PreAuthorize("hasAnyRole('street-clerk', 'federation-officer') and @access.reads(#residentId)")
    View read(@PathVariable String residentId) {
        return accounts.ofResident(residentId)
                .map(account -> new View(status(account), account.username()))
                .orElse(new View(Status.NONE, null));
    }

    /** A code to hand over to somebody who has shown who they are; it takes the place of a password that was set. */
    @PostMapping("/residents/{residentId}/account/invitation")
    @PreAuthorize("hasAnyRole('street-clerk', 'federation-officer') and @access.reads(#residentId)")
    InviteResident.Invitation invite(@PathVariable String residentId) {
        boolean dead = people.read(residentId)
                .filter(known -> known.deceasedOn() != null)
                .isPresent();
        if (dead) {
            throw Problem.conflict("resident-deceased");
        }
        return atomically.run(() -> {
            audit.record("account.invite", residentId);
            return invite.invite(residentId);
        });
    }

    /** Links the caller's own account. The token says so from the next sign-in or refresh on. */
    @PostMapping("/me/link")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    ResponseEntity<Void> link(@RequestBody Link link) {
        linkFile.link(Caller.current(), link.idNumber(), link.phone());
        return ResponseEntity.noContent().build();
    }

    private Status status(Account account) {
        if (!account.maySignIn()) {
            return Status.DISABLED;
        }
        return tasks.waiting(account.id()) > 0 ? Status.WAITING : Status.READY;
    }
}
