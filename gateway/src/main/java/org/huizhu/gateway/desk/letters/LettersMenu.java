package org.huizhu.gateway.desk.letters;

import java.util.Set;
import org.huizhu.gateway.pages.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where operators find dead letters. */
@Configuration(proxyBeanMethods = false)
class LettersMenu {

    @Bean
    MenuEntry lettersEntry() {
        return MenuEntry.forRoles(360, LettersPage.ADDRESS, "desk.nav.letters", Set.of("operator"));
    }
}
