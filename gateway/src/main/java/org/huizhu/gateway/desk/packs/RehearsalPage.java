package org.huizhu.gateway.desk.packs;

import java.util.Locale;
import org.huizhu.gateway.desk.Answer;
import org.huizhu.gateway.pages.Words;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a rehearsal found: who gains and loses, and what it costs. */
@Controller
class RehearsalPage {

    private final PackService packs;
    private final RehearsalViews views;
    private final Words words;

    RehearsalPage(PackService packs, RehearsalViews views, Words words) {
        this.packs = packs;
        this.views = views;
        this.words = words;
    }

    @GetMapping("/desk/packs/{service}/rehearsals/{id}")
    @PreAuthorize(PacksPage.READERS)
    String read(@PathVariable String service, @PathVariable String id, Locale language, Model model) {
        Answer answer = packs.get(service, language, "/rehearsals/{}", id).shown();
        model.addAttribute("away", answer.isAway());
        model.addAttribute("service", service);
        model.addAttribute("serviceText", words.known("service", service, language));
        if (answer.isOk()) {
            model.addAttribute("rehearsal", views.of(answer.body(), language));
        }
        return "desk/rehearsal";
    }
}
