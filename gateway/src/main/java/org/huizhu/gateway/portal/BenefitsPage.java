package org.huizhu.gateway.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huizhu.gateway.access.SignedInPerson;
import org.huizhu.gateway.benefits.BenefitsRefused;
import org.huizhu.gateway.benefits.ReadBenefits;
import org.huizhu.gateway.portal.acting.Acting;
import org.huizhu.gateway.problems.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What am I entitled to, and why: every programme of every service on one page. */
@Controller
class BenefitsPage {

    private final ReadBenefits benefits;
    private final BenefitsViews views;
    private final Acting acting;

    BenefitsPage(ReadBenefits benefits, BenefitsViews views, Acting acting) {
        this.acting = acting;
        this.benefits = benefits;
        this.views = views;
    }

    /** The caller's own benefits, or those of whom they act for; who has no file of their own is told where to go instead. */
    @GetMapping("/benefits")
    @PreAuthorize("isAuthenticated()")
    String own(
            @AuthenticationPrincipal SignedInPerson person, HttpServletRequest request, Locale language, Model model) {
        if (Acting.isForAnother(request)) {
            return show(acting.now(request, language).resident(), false, language, model);
        }
        Optional<UUID> resident = person.residentId().map(UUID::fromString);
        if (resident.isEmpty()) {
            return "portal/no-file";
        }
        return show(resident.get(), true, language, model);
    }

    /** A resident's benefits, for those whom the services let read them. */
    @GetMapping("/residents/{id}/benefits")
    @PreAuthorize("isAuthenticated()")
    String ofResident(@PathVariable UUID id, Locale language, Model model) {
        return show(id, false, language, model);
    }

    private String show(UUID resident, boolean own, Locale language, Model model) {
        model.addAttribute("own", own);
        model.addAttribute("view", views.of(benefits.of(resident), language));
        return "portal/benefits";
    }

    @ExceptionHandler
    void refused(BenefitsRefused refused, HttpServletResponse response) throws IOException {
        response.sendError(refused.problem().status().value());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noId(HttpServletResponse response) throws IOException {
        response.sendError(Problem.NO_SUCH_PAGE.status().value());
    }
}
