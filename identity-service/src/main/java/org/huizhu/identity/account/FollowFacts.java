package org.huizhu.identity.account;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.identity.resident.FactsTold;
import org.huizhu.identity.resident.KnownPeople;
import org.huizhu.platform.time.Shanghai;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What facts mean for accounts: who has died is shut out, who was not dead after all is let in, who holds a first card is invited. */
@Component
class FollowFacts implements FactsTold {

    private static final int OF_AGE = 18;

    private final Accounts accounts;
    private final AccountTasks tasks;
    private final InviteResident invite;
    private final KnownPeople people;
    private final InstantSource clock;
    private final AccountSettings settings;

    FollowFacts(
            Accounts accounts,
            AccountTasks tasks,
            InviteResident invite,
            KnownPeople people,
            InstantSource clock,
            AccountSettings settings) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.invite = invite;
        this.people = people;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void told(Collection<Told> told) {
        Map<String, ResidentFacts> facts = told.stream()
                .map(Told::facts)
                .collect(Collectors.toMap(ResidentFacts::residentId, each -> each, (one, other) -> other));
        Set<String> withAccount = accounts.ofResidents(facts.keySet()).stream()
                .peek(account -> followDeath(account, facts.get(account.residentId())))
                .map(Account::residentId)
                .collect(Collectors.toSet());
        if (invites()) {
            told.stream()
                    .filter(each -> each.cause().equals(EventTypes.CERTIFICATE_ISSUED))
                    .filter(each -> !withAccount.contains(each.facts().residentId()))
                    .filter(each -> isOfAge(each.facts()))
                    .forEach(each -> people.read(each.facts().residentId()).ifPresent(invite::inviteByPhone));
        }
    }

    private void followDeath(Account account, @org.jspecify.annotations.Nullable ResidentFacts facts) {
        boolean died = Optional.ofNullable(facts)
                .flatMap(known -> known.deceasedOn().asOptional())
                .isPresent();
        if (facts != null && died != account.deceased()) {
            accounts.update(account.whoDied(died));
            tasks.sync(account.id());
        }
    }

    /** What a file brings is worked off in the background, in nobody's name. */
    private boolean invites() {
        boolean imported = SecurityContextHolder.getContext().getAuthentication() == null;
        return settings.invite() && (!imported || settings.inviteImported());
    }

    private boolean isOfAge(ResidentFacts facts) {
        LocalDate today = Shanghai.today(clock);
        return facts.deceasedOn().asOptional().isEmpty()
                && facts.birthDate()
                        .asOptional()
                        .filter(born -> !today.isBefore(born.plusYears(OF_AGE)))
                        .isPresent();
    }
}
