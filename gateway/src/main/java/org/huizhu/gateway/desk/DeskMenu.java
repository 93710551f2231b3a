package org.huizhu.gateway.desk;

import java.util.Set;
import org.huizhu.gateway.pages.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What staff find in the menu for files, contradictions, rules and figures. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {

    @Bean
    MenuEntry importsEntry() {
        return MenuEntry.forRoles(350, "/desk/imports", "desk.nav.imports", Set.of("federation-officer", "operator"));
    }

    @Bean
    MenuEntry setAsideEntry() {
        return MenuEntry.forRoles(
                352, "/desk/set-aside", "desk.nav.set-aside", Set.of("federation-officer", "civil-affairs-officer"));
    }

    @Bean
    MenuEntry eventsEntry() {
        return MenuEntry.forRoles(
                353,
                "/desk/events",
                "desk.nav.events",
                Set.of("federation-officer", "civil-affairs-officer", "auditor", "operator"));
    }

    @Bean
    MenuEntry accountsEntry() {
        return MenuEntry.forRoles(360, "/desk/accounts", "desk.nav.accounts", Set.of("operator"));
    }

    @Bean
    MenuEntry auditEntry() {
        return MenuEntry.forRoles(362, "/desk/audit", "desk.nav.audit", Set.of("auditor"));
    }

    @Bean
    MenuEntry duplicatesEntry() {
        return MenuEntry.forRoles(
                354, "/desk/duplicates", "desk.nav.duplicates", Set.of("federation-officer", "street-clerk"));
    }

    @Bean
    MenuEntry packsEntry() {
        return MenuEntry.forRoles(356, "/desk/packs", "desk.nav.packs", Set.of("policy-officer", "auditor"));
    }

    @Bean
    MenuEntry statisticsEntry() {
        return MenuEntry.forRoles(
                358,
                "/desk/statistics",
                "desk.nav.statistics",
                Set.of(
                        "federation-officer",
                        "street-clerk",
                        "community-worker",
                        "civil-affairs-officer",
                        "finance-officer",
                        "policy-officer",
                        "auditor"));
    }

    @Bean
    MenuEntry outboxEntry() {
        return MenuEntry.forRoles(366, "/desk/outbox", "desk.nav.outbox", Set.of("operator"));
    }

    @Bean
    MenuEntry lettersEntry() {
        return MenuEntry.forRoles(364, "/desk/dead-letters", "desk.nav.letters", Set.of("operator"));
    }
}
