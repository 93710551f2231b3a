package org.huizhu.identity.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.huizhu.identity.code.OneTimeCode;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Operators make and change the accounts of staff within their own area; an account elsewhere is not there for them.
 * Nobody changes their own, nobody gives what they may not give, and one operator always remains.
 */
@Component
class ManageStaff {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,49}");
    private static final Pattern AREA = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final int LONGEST_NAME = 100;
    private static final String KIND = "account";

    private final Accounts accounts;
    private final AccountTasks tasks;
    private final AuditLog audit;
    private final Atomically atomically;
    private final IdSource ids;
    private final InstantSource clock;
    private final AccountSettings settings;

    ManageStaff(
            Accounts accounts,
            AccountTasks tasks,
            AuditLog audit,
            Atomically atomically,
            IdSource ids,
            InstantSource clock,
            AccountSettings settings) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.audit = audit;
        this.atomically = atomically;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    record Created(
            @Nullable String username,
            @Nullable String name,
            @Nullable Set<String> roles,
            @Nullable String area) {

        @Override
        public String toString() {
            return "Created[…]";
        }
    }

    /** {@code version} is the one that was looked at; {@code null}: whatever it is now. */
    record Changed(
            @Nullable Set<String> roles,
            @Nullable String area,
            @Nullable Integer version) {}

    /** Handed over once; the account must set a password of its own with it. */
    record OneTime(String id, String code, Instant codeUntil) {

        @Override
        public String toString() {
            return "OneTime[" + id + "]";
        }
    }

    OneTime create(Caller caller, Created wanted) {
        String username = wanted.username() == null ? "" : wanted.username();
        String name = wanted.name() == null ? "" : wanted.name().strip();
        Set<String> roles = wanted.roles() == null ? Set.of() : wanted.roles();
        List<Fault> faults = new ArrayList<>();
        if (!USERNAME.matcher(username).matches()) {
            faults.add(Fault.of("username", "username-malformed"));
        }
        if (name.isEmpty()) {
            faults.add(Fault.of("name", "required"));
        } else if (name.length() > LONGEST_NAME) {
            faults.add(Fault.of("name", "too-long", LONGEST_NAME));
        }
        faults.addAll(faults(caller, roles, wanted.area()));
        refuse(faults);
        return atomically.run(() -> {
            if (accounts.ofUsername(username).isPresent()) {
                throw Problem.conflict("username-taken");
            }
            var account = new Account(
                    ids.next(), null, username, null, name, wanted.area(), new TreeSet<>(roles), true, false, 0);
            accounts.insert(account);
            tasks.sync(account.id());
            audit.record("account.create", KIND, account.id());
            return oneTime(account.id());
        });
    }

    Account change(Caller caller, String id, Changed wanted) {
        Set<String> roles = wanted.roles() == null ? Set.of() : wanted.roles();
        return others(caller, id, "account.change", account -> {
            if (wanted.version() != null && wanted.version() != account.version()) {
                throw Problem.conflict("account-changed");
            }
            List<Fault> faults = new ArrayList<>(faults(caller, roles, wanted.area()));
            // Taking a role away is as much as giving it.
            account.roles().stream()
                    .filter(role -> !role.equals(StaffRoles.RESIDENT))
                    .map(role -> StaffRoles.faults(caller.roles(), Set.of(role), null))
                    .forEach(faults::addAll);
            refuse(faults);
            if (!roles.contains(StaffRoles.OPERATOR)) {
                keepAnOperator(account);
            }
            return account.working(roles, wanted.area());
        });
    }

    Account enable(Caller caller, String id, boolean on) {
        return others(caller, id, on ? "account.enable" : "account.disable", account -> {
            if (!on) {
                keepAnOperator(account);
            }
            return account.enabled(on);
        });
    }

    OneTime resetPassword(Caller caller, String id) {
        return atomically.run(() -> {
            Account account = visible(caller, id);
            audit.record("account.password-reset", KIND, account.id());
            return oneTime(account.id());
        });
    }

    /** The account, if it is one of staff within the caller's area. */
    Account visible(Caller caller, String id) {
        String area = StaffArea.of(caller);
        return accounts.find(id)
                .filter(Account::isStaff)
                .filter(account -> isWithin(area, account.area()))
                .orElseThrow(() -> Problem.notFound("no-such-account"));
    }

    private Account others(Caller caller, String id, String action, UnaryOperator<Account> work) {
        return atomically.run(() -> {
            Account account = visible(caller, id);
            if (caller.subject().equals(account.subject())) {
                throw Problem.conflict("own-account");
            }
            // Operators first, then the account: in one order, or two who disable each other would wait for ever.
            accounts.lockOperators();
            Account changed = work.apply(accounts.lock(id).orElseThrow());
            accounts.update(changed);
            tasks.sync(id);
            audit.record(action, KIND, id);
            return accounts.find(id).orElseThrow();
        });
    }

    private void keepAnOperator(Account account) {
        boolean isOperator = account.roles().contains(StaffRoles.OPERATOR) && account.maySignIn();
        if (isOperator && accounts.lockOperators().size() == 1) {
            throw Problem.conflict("last-operator");
        }
    }

    private OneTime oneTime(String id) {
        String code = OneTimeCode.makePassword();
        Instant until = clock.instant().plus(settings.codeLasts());
        tasks.password(id, code, until);
        return new OneTime(id, code, until);
    }

    private static List<Fault> faults(Caller caller, Set<String> roles, @Nullable String area) {
        String own = StaffArea.of(caller);
        List<Fault> faults = new ArrayList<>(StaffRoles.faults(caller.roles(), roles, area));
        if (area == null) {
            faults.add(Fault.of("area", "required"));
        } else if (!AREA.matcher(area).matches()) {
            faults.add(Fault.of("area", "area-malformed"));
        } else if (!isWithin(own, area)) {
            faults.add(Fault.of("area", "outside-area"));
        }
        return faults;
    }

    private static boolean isWithin(@Nullable String own, @Nullable String area) {
        return own == null || (area != null && area.startsWith(own));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.faults("account-invalid", faults);
        }
    }
}
