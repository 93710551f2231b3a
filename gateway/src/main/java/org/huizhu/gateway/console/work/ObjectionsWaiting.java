package org.huizhu.gateway.console.work;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How many objections wait for somebody who answers them, above their other work; nothing while it is not known. */
@ControllerAdvice(assignableTypes = WorkPage.class)
class ObjectionsWaiting {

    private final AskServices services;

    ObjectionsWaiting(AskServices services) {
        this.services = services;
    }

    @ModelAttribute("objections")
    @Nullable
    Long waiting(HttpServletRequest request, Locale language) {
        boolean answers = Stream.of("street-clerk", "federation-officer").anyMatch(request::isUserInRole);
        return answers
                ? services.ask(Question.get("identity", "/api/identity/objections/count"), language)
                        .said()
                        .filter(said -> said.path("waiting").isNumber())
                        .map(said -> said.path("waiting").asLong())
                        .orElse(null)
                : null;
    }
}
