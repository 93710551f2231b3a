package org.huizhu.gateway.desk;

import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Words;

/** Puts what a service found wrong to the fields of the form that was sent. */
public final class Rejected {

    private Rejected() {}

    /**
     * Each fault at its field; those of no field, and the reason if there is no fault, at the step.
     *
     * @param fields the form's field for the service's, where they are not the same
     * @param step the field that stands for the whole form
     */
    public static void into(
            Form<?> form, Answer answer, Map<String, String> fields, String step, Words words, Locale language) {
        for (Answer.FieldFault fault : answer.faults()) {
            String name = fault.field().replaceFirst("[.\\[].*", "");
            form.reject(fields.getOrDefault(name, step), fault.text());
        }
        if (!form.isFailed()) {
            form.reject(step, answer.why(words, language));
        }
    }
}
