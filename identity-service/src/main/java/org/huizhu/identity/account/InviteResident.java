package org.huizhu.identity.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.huizhu.identity.code.OneTimeCode;
import org.huizhu.identity.message.OutgoingMessages;
import org.huizhu.identity.message.Way;
import org.huizhu.identity.resident.KnownPeople;
import org.huizhu.platform.time.IdSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a resident an account with a code that is good for one sign-in, at which a password is set. The code goes out
 * as a short message, or is handed over. Nothing here waits for Keycloak.
 */
@Component
class InviteResident {

    private static final String TEMPLATE = "account.invite";

    private final Accounts accounts;
    private final AccountTasks tasks;
    private final OutgoingMessages outgoing;
    private final IdSource ids;
    private final InstantSource clock;
    private final AccountSettings settings;

    InviteResident(
            Accounts accounts,
            AccountTasks tasks,
            OutgoingMessages outgoing,
            IdSource ids,
            InstantSource clock,
            AccountSettings settings) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.outgoing = outgoing;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** To be handed over; shown this once. */
    record Invitation(String username, String code, Instant codeUntil) {

        @Override
        public String toString() {
            return "Invitation[…]";
        }
    }

    /** In the caller's transaction. Who has an account gets a new code for it, in place of the password. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Invitation invite(String residentId) {
        Optional<Account> held = accounts.ofResident(residentId);
        Account account = held.orElseGet(() -> {
            String id = ids.next();
            // Nothing of the person is in it: names of accounts are in logs and addresses of Keycloak.
            var made = Account.ofResident(id, "hz" + OneTimeCode.make().toLowerCase(java.util.Locale.ROOT), residentId);
            accounts.insert(made);
            tasks.sync(id);
            return made;
        });
        String code = OneTimeCode.makePassword();
        Instant until = clock.instant().plus(settings.codeLasts());
        tasks.password(account.id(), code, until);
        return new Invitation(java.util.Objects.requireNonNullElse(account.username(), ""), code, until);
    }

    /** The same, with the code sent to their phone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void inviteByPhone(KnownPeople.Known resident) {
        String phone = resident.phone();
        if (phone == null) {
            return;
        }
        Invitation invitation = invite(resident.residentId());
        outgoing.write(
                resident.residentId(),
                Way.SMS,
                phone,
                TEMPLATE,
                "【惠助】您的账户 " + invitation.username() + "，一次性密码 " + invitation.code() + "，7日内登录并设置新密码。请勿转告他人。");
    }
}
