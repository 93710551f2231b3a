package org.huizhu.gateway.console;

import java.util.Set;
import org.huizhu.gateway.pages.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What staff find in the menu for their daily work. */
@Configuration(proxyBeanMethods = false)
class WorkMenu {

    @Bean
    MenuEntry workEntry() {
        return MenuEntry.forRoles(
                310,
                "/console",
                "nav.work",
                Set.of("community-worker", "street-clerk", "federation-officer", "provider", "auditor"));
    }

    @Bean
    MenuEntry personSearchEntry() {
        return MenuEntry.forRoles(
                320,
                "/console/search",
                "nav.search",
                Set.of("community-worker", "street-clerk", "federation-officer", "civil-affairs-officer", "auditor"));
    }

    @Bean
    MenuEntry objectionsEntry() {
        return MenuEntry.forRoles(
                340,
                "/console/objections",
                "console.nav.objections",
                Set.of("street-clerk", "federation-officer", "civil-affairs-officer"));
    }

    @Bean
    MenuEntry counterEntry() {
        return MenuEntry.forRoles(
                330,
                "/console/counter",
                "nav.counter",
                Set.of("community-worker", "street-clerk", "federation-officer"));
    }
}
