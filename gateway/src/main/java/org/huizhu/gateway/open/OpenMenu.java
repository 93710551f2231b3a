package org.huizhu.gateway.open;

import org.huizhu.gateway.pages.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What everybody finds in the menu. */
@Configuration(proxyBeanMethods = false)
class OpenMenu {

    @Bean
    MenuEntry homeEntry() {
        return MenuEntry.forEverybody(100, "/", "nav.home");
    }

    @Bean
    MenuEntry checkEntry() {
        return MenuEntry.forEverybody(110, "/check", "nav.check");
    }

    @Bean
    MenuEntry programmesEntry() {
        return MenuEntry.forEverybody(120, "/programmes", "nav.programmes");
    }

    @Bean
    MenuEntry verifyEntry() {
        return MenuEntry.forEverybody(130, "/verify", "nav.verify");
    }
}
