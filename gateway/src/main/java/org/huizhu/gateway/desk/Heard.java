package org.huizhu.gateway.desk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** What a page of the desk makes of a service's answer. */
@Component
public class Heard {

    private final Words words;

    Heard(Words words) {
        this.words = words;
    }

    /**
     * What was asked for; empty if the service is away, so that the page can say that it is missing.
     *
     * @throws ResponseStatusException if the caller may not see it or there is no such thing
     */
    public static Optional<JsonNode> of(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            throw notForCaller(refused);
        }
        return answer.said();
    }

    private static ResponseStatusException notForCaller(Answer.Refused refused) {
        return new ResponseStatusException(
                refused.status() == 401 || refused.status() == 403 ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
    }

    /**
     * Whether the service did it. Otherwise the form has failed, in the service's words.
     *
     * @param fields the form's field for the service's field, or for the code of its refusal
     * @param otherwise the form's field for everything else
     */
    public boolean took(Answer answer, Form<?> form, Map<String, String> fields, String otherwise, Locale language) {
        switch (answer) {
            case Answer.Given _ -> {
                return true;
            }
            case Answer.Away _ -> form.reject(otherwise, words.text("desk.away.kept", language));
            case Answer.Refused refused -> refused(refused, form, fields, otherwise, language);
        }
        return false;
    }

    private void refused(
            Answer.Refused refused, Form<?> form, Map<String, String> fields, String otherwise, Locale language) {
        if (refused.status() == 401 || refused.status() == 404) {
            throw notForCaller(refused);
        }
        refused.wrong()
                .forEach(one -> form.reject(
                        fields.getOrDefault(one.field().replaceFirst("[.\\[].*", ""), otherwise), one.text()));
        if (!form.isFailed()) {
            form.reject(
                    fields.getOrDefault(refused.code(), otherwise),
                    refused.detail().isEmpty() ? words.text("desk.refused", language) : refused.detail());
        }
    }
}
