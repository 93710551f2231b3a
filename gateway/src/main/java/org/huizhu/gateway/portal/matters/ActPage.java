package org.huizhu.gateway.portal.matters;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.acting.Whom;
import org.huizhu.gateway.portal.sending.Sending;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** Withdraws a matter, sends it again, disputes its result, takes a dispute to the province. */
@Controller
class ActPage {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final String ADDRESS = "/me/matters/{id}/{act:withdraw|resubmit|dispute|escalate}";
    private static final String RESUBMIT = "resubmit";

    private final AskServices services;
    private final Sending sending;
    private final Forms forms;
    private final Choices choices;
    private final Words words;

    ActPage(AskServices services, Sending sending, Forms forms, Choices choices, Words words) {
        this.services = services;
        this.sending = sending;
        this.forms = forms;
        this.choices = choices;
        this.words = words;
    }

    /** {@code version}: the one that the reader saw, so that nobody acts on what has changed since. */
    record Act(
            String version,
            List<String> documents,

            @Size(max = 500, message = "{matter.remark.long}")
            String remark) {

        Map<String, Object> request(boolean withPapers) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("version", version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1L);
            if (withPapers) {
                request.put("documents", documents);
            }
            if (!remark.isEmpty()) {
                request.put("remark", remark);
            }
            return request;
        }

        /** The remark may be personal. */
        @Override
        public String toString() {
            return "Act[" + version + "]";
        }
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    @Nullable
    String ask(
            @PathVariable String id,
            @PathVariable String act,
            Whom whom,
            HttpServletResponse response,
            Locale language,
            Model model)
            throws IOException {
        Answer answer = services.ask(Question.get("identity", "/api/identity/certificate-matters/{id}", id), language);
        Optional<JsonNode> matter = answer.said().filter(body -> MattersPage.isAbout(body, whom));
        if (matter.isEmpty()) {
            response.sendError(
                    (answer.isAway() ? HttpStatus.SERVICE_UNAVAILABLE : Problem.NO_SUCH_PAGE.status()).value());
            return null;
        }
        String version = matter.get().path("matter").path("version").asString("");
        model.addAttribute("form", forms.filled(new Act(version, List.of(), ""), language));
        return show(id, act, language, model);
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    String act(
            @PathVariable String id,
            @PathVariable String act,
            Form<Act> form,
            Whom whom,
            RedirectAttributes redirect,
            Locale language,
            Model model) {
        if (form.isFailed()) {
            return show(id, act, language, model);
        }
        Answer answer = services.ask(
                Question.post("identity", "/api/identity/certificate-matters/{id}/{act}", id, act)
                        .with(form.values().request(act.equals(RESUBMIT)))
                        .once(form.once()),
                language);
        if (!sending.took(answer, form, Map.of("documents", "documents"), "remark", language)) {
            return show(id, act, language, model);
        }
        redirect.addFlashAttribute("notice", words.text("matter-act." + act + ".done", language));
        String next = answer.said().map(body -> body.path("id").asString(id)).orElse(id);
        return "redirect:/me/matters/" + next;
    }

    private String show(String id, String act, Locale language, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("act", act);
        model.addAttribute(
                "papers",
                act.equals(RESUBMIT)
                        ? choices.of("paper", language, Kind.allPapers().toArray(String[]::new))
                        : List.of());
        return "portal/matters/act";
    }
}
