package org.huizhu.gateway.me;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.me.Part.Status;
import org.huizhu.gateway.problems.Problem;
import org.springframework.stereotype.Component;

/** Puts a question about one person's file to every service, in the caller's name and language. */
@Component
class AskAboutMe {

    private final AskServices services;

    AskAboutMe(AskServices services) {
        this.services = services;
    }

    /**
     * One part a service, identity's first.
     *
     * @param question what is to be asked of a service, by its name
     * @throws RefusedAboutMe if none of them answers this caller about that file
     */
    List<Part> everywhere(Function<String, Question> question, Locale language) {
        List<String> names = services.all();
        List<Answer> answers = services.askAll(names.stream().map(question).toList(), language);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(Part.of(names.get(i), answers.get(i)));
        }
        refuseIfNoneMaySpeak(parts);
        return parts;
    }

    private static void refuseIfNoneMaySpeak(List<Part> parts) {
        if (has(parts, Status.OK) || has(parts, Status.UNAVAILABLE)) {
            return;
        }
        throw new RefusedAboutMe(has(parts, Status.REFUSED) ? Problem.FORBIDDEN : Problem.NO_SUCH_RESIDENT);
    }

    private static boolean has(List<Part> parts, Status status) {
        return parts.stream().anyMatch(part -> part.status() == status);
    }
}
