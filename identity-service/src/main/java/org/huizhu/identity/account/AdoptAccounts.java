package org.huizhu.identity.account;

import java.util.List;
import java.util.Optional;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.time.IdSource;
import org.springframework.stereotype.Component;

/** Takes accounts of staff that were made in Keycloak itself into the list; what is in it already stays as it is. */
@Component
class AdoptAccounts {

    private final AccountsAtKeycloak keycloak;
    private final Accounts accounts;
    private final Atomically atomically;
    private final IdSource ids;

    AdoptAccounts(AccountsAtKeycloak keycloak, Accounts accounts, Atomically atomically, IdSource ids) {
        this.keycloak = keycloak;
        this.accounts = accounts;
        this.atomically = atomically;
        this.ids = ids;
    }

    void all() {
        Optional<List<AccountsAtKeycloak.Found>> page = keycloak.staff(0);
        for (int next = 1; page.isPresent(); next++) {
            page.get().forEach(this::adopt);
            page = keycloak.staff(next);
        }
    }

    private void adopt(AccountsAtKeycloak.Found found) {
        atomically.run(() -> {
            boolean known = accounts.ofSubject(found.subject()).isPresent()
                    || accounts.ofUsername(found.username()).isPresent();
            if (!known) {
                accounts.insert(new Account(
                        ids.next(),
                        found.subject(),
                        found.username(),
                        null,
                        found.name(),
                        found.area(),
                        found.roles(),
                        found.enabled(),
                        false,
                        0));
            }
            return known;
        });
    }
}
