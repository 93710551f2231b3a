package org.huizhu.gateway.portal.sending;

import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;

/** Takes a service's refusal into the form, in the service's words: what was typed stays, and says what to change. */
@Component
public class Sending {

    private final Words words;

    Sending(Words words) {
        this.words = words;
    }

    /**
     * Whether the service took it. Otherwise the form has failed.
     *
     * @param fields the form's field for a field of the service, or for the beginning of its name
     * @param otherwise the form's field for everything else
     */
    public boolean took(Answer answer, Form<?> form, Map<String, String> fields, String otherwise, Locale language) {
        switch (answer) {
            case Answer.Given _ -> {
                return true;
            }
            case Answer.Away _ -> form.reject(otherwise, words.text("send.away", language));
            case Answer.Refused refused -> refuse(refused, form, fields, otherwise, language);
        }
        return false;
    }

    private void refuse(
            Answer.Refused refused, Form<?> form, Map<String, String> fields, String otherwise, Locale language) {
        refused.wrong().forEach(wrong -> form.reject(field(wrong.field(), fields, otherwise), wrong.text()));
        if (!form.isFailed()) {
            form.reject(
                    otherwise, refused.detail().isEmpty() ? words.text("send.refused", language) : refused.detail());
        }
    }

    private static String field(String named, Map<String, String> fields, String otherwise) {
        return fields.entrySet().stream()
                .filter(each -> named.startsWith(each.getKey()))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse(otherwise);
    }

    /** Why it was not done, for a button without a form. */
    public String why(Answer answer, Locale language) {
        return switch (answer) {
            case Answer.Refused refused when !refused.detail().isEmpty() -> refused.detail();
            case Answer.Refused _ -> words.text("send.refused", language);
            default -> words.text("send.away.button", language);
        };
    }
}
