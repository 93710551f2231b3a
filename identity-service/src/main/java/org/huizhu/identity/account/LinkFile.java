package org.huizhu.identity.account;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.huizhu.identity.code.WrongTries;
import org.huizhu.identity.message.MessageTemplate;
import org.huizhu.identity.message.Messages;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.KnownPeople;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links the caller's account with their file, by identity number and the phone on file. A wrong number, a wrong phone,
 * somebody unknown and somebody who has died are all answered alike, and guessing is bounded.
 */
@Component
class LinkFile {

    private static final String PURPOSE = "account-link";

    private final Accounts accounts;
    private final AccountTasks tasks;
    private final KnownPeople people;
    private final WrongTries wrongTries;
    private final Messages messages;
    private final AuditLog audit;
    private final Atomically atomically;
    private final IdSource ids;
    private final InstantSource clock;

    LinkFile(
            Accounts accounts,
            AccountTasks tasks,
            KnownPeople people,
            WrongTries wrongTries,
            Messages messages,
            AuditLog audit,
            Atomically atomically,
            IdSource ids,
            InstantSource clock) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.people = people;
        this.wrongTries = wrongTries;
        this.messages = messages;
        this.audit = audit;
        this.atomically = atomically;
        this.ids = ids;
        this.clock = clock;
    }

    void link(Caller caller, @Nullable String idNumber, @Nullable String phone) {
        wrongTries.count(caller.subject(), PURPOSE);
        KnownPeople.Known person = find(idNumber, phone)
                .filter(known -> known.deceasedOn() == null)
                .orElseThrow(() -> Problem.notFound("link-no-match"));
        if (caller.residentId() != null && !caller.residentId().equals(person.residentId())) {
            throw Problem.conflict("file-linked-already");
        }
        atomically.run(() -> {
            Optional<Account> own = accounts.ofSubject(caller.subject());
            boolean elsewhere = own.filter(account -> account.residentId() != null
                            && !account.residentId().equals(person.residentId()))
                    .isPresent();
            boolean taken = accounts.ofResident(person.residentId())
                    .filter(account -> !caller.subject().equals(account.subject()))
                    .isPresent();
            if (elsewhere || taken) {
                throw Problem.conflict("file-linked-already");
            }
            Account linked = own.orElseGet(() -> newOne(caller)).linkedWith(person.residentId());
            accounts.update(linked);
            tasks.sync(linked.id());
            messages.send(person.residentId(), MessageTemplate.ACCOUNT_LINKED);
            audit.record("account.link", person.residentId());
            return linked;
        });
        wrongTries.wasRight(caller.subject(), PURPOSE);
    }

    private Account newOne(Caller caller) {
        var account = new Account(
                ids.next(), caller.subject(), null, null, null, null, Set.of(StaffRoles.RESIDENT), true, false, 0);
        accounts.insert(account);
        return account;
    }

    private Optional<KnownPeople.Known> find(@Nullable String idNumber, @Nullable String phone) {
        if (idNumber == null || phone == null) {
            return Optional.empty();
        }
        return switch (IdNumber.read(idNumber, Shanghai.today(clock))) {
            case IdNumber.Reading.Read(IdNumber number) -> people.find(number, phone);
            case IdNumber.Reading.Refused refused -> Optional.empty();
        };
    }
}
