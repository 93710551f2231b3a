package org.huizhu.gateway.portal;

import java.util.Set;
import org.huizhu.gateway.pages.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What residents and guardians find in the menu. */
@Configuration(proxyBeanMethods = false)
class PortalMenu {

    private static final Set<String> RESIDENTS = Set.of("resident", "guardian");

    @Bean
    MenuEntry overviewEntry() {
        return MenuEntry.forRoles(200, "/me", "nav.me", RESIDENTS);
    }

    @Bean
    MenuEntry benefitsEntry() {
        return MenuEntry.forRoles(210, "/benefits", "nav.benefits", RESIDENTS);
    }
}
