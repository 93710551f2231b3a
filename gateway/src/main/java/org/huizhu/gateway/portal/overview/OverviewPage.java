package org.huizhu.gateway.portal.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import org.huizhu.gateway.portal.acting.Acting;
import org.huizhu.gateway.portal.acting.Whom;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what I hold, what was decided, what needs me, what is coming, what is just out of reach. */
@Controller
class OverviewPage {

    private final ReadOverview read;
    private final LastVisit lastVisit;
    private final Acting acting;

    OverviewPage(ReadOverview read, LastVisit lastVisit, Acting acting) {
        this.read = read;
        this.lastVisit = lastVisit;
        this.acting = acting;
    }

    @GetMapping("/me")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    String show(Whom whom, HttpServletRequest request, HttpServletResponse response, Locale language, Model model) {
        Instant since = lastVisit.before(whom.resident(), request, response);
        return switch (read.read(whom, since, language)) {
            case ReadOverview.Found.Seen(Overview overview) -> {
                model.addAttribute("view", overview);
                yield "portal/overview/overview";
            }
            case ReadOverview.Found.NotTheirs _ -> {
                if (!whom.own()) {
                    throw acting.over(request);
                }
                yield "portal/no-file";
            }
        };
    }
}
