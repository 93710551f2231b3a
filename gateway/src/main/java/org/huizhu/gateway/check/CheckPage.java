package org.huizhu.gateway.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.huizhu.gateway.check.Answers.Care;
import org.huizhu.gateway.check.Answers.Category;
import org.huizhu.gateway.check.Answers.Certificate;
import org.huizhu.gateway.check.Answers.Hukou;
import org.huizhu.gateway.check.Answers.Income;
import org.huizhu.gateway.check.Answers.Level;
import org.huizhu.gateway.check.Answers.Stage;
import org.huizhu.gateway.check.Answers.Work;
import org.huizhu.gateway.forms.Choice;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What could I get? One question a page, then the result. Each page carries the answers to the others along unseen, so that
 * nothing has to be kept anywhere else and every step back shows what was answered.
 */
@Controller
class CheckPage {

    private static final String ADDRESS = "/check";
    private static final String BACK = "back";
    private static final String HERE = "here";

    private final Forms forms;
    private final Choices choices;
    private final CheckAnswers check;
    private final AnsweredRows rows;

    CheckPage(Forms forms, Choices choices, CheckAnswers check, AnsweredRows rows) {
        this.forms = forms;
        this.choices = choices;
        this.check = check;
        this.rows = rows;
    }

    @GetMapping(ADDRESS)
    @PreAuthorize("permitAll()")
    String begin(Locale language, Model model) {
        Form<Answers> form = forms.blank(Answers.class, language);
        model.addAttribute("form", form);
        return ask(Question.BIRTH, form, false, language, model);
    }

    /**
     * Goes from one question to the next.
     *
     * @param at the question that was shown; none on the page of the result
     * @param go where to: on if empty, back, here again in another language, or to the question of that name
     * @param all whether every question was answered once: then the result comes next
     */
    @PostMapping(ADDRESS)
    @PreAuthorize("permitAll()")
    String step(
            Form<Answers> form,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String go,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            Model model) {
        check.complete(form, language);
        Question asked = question(at);
        if (go.equals(BACK) && asked != null) {
            return askUnjudged(asked.previous(), form, all, language, model);
        }
        if (go.equals(HERE) && asked != null) {
            return askUnjudged(asked, form, all, language, model);
        }
        Question wanted = question(go);
        if (wanted != null) {
            return askUnjudged(wanted, form, true, language, model);
        }
        if (asked != null && hasFaultIn(asked, form)) {
            form.onlyFaultsOf(asked.fields());
            return ask(asked, form, all, language, model);
        }
        if (asked != null && !asked.isLast() && !all) {
            return askUnjudged(asked.next(), form, false, language, model);
        }
        return result(form, language, model);
    }

    /** An answer that is still missing, because a page was skipped, is asked for before there is a result. */
    private String result(Form<Answers> form, Locale language, Model model) {
        for (Question question : Question.values()) {
            if (hasFaultIn(question, form)) {
                form.onlyFaultsOf(question.fields());
                return ask(question, form, false, language, model);
            }
        }
        model.addAttribute("outcome", check.outcome(form.values(), language));
        model.addAttribute("answered", rows.of(form.values(), language));
        model.addAttribute("hidden", form.hidden(Question.allFields()));
        model.addAttribute("switchWith", form.hidden(Question.allFields()));
        model.addAttribute("certified", form.values().certificate() == Certificate.YES);
        return "check/result";
    }

    private String askUnjudged(Question question, Form<Answers> form, boolean all, Locale language, Model model) {
        form.onlyFaultsOf(Set.of());
        return ask(question, form, all, language, model);
    }

    private String ask(Question question, Form<Answers> form, boolean all, Locale language, Model model) {
        model.addAttribute("question", question);
        model.addAttribute("first", question.isFirst());
        model.addAttribute("count", Question.count());
        model.addAttribute("all", all);
        model.addAttribute("hidden", form.hidden(question.otherFields()));
        model.addAttribute("switchWith", switchWith(question, form, all));
        switch (question) {
            case BIRTH -> {}
            case CERTIFICATE -> {
                model.addAttribute("choices", choices.of("check.certificate", language, Certificate.class));
                model.addAttribute("categories", choices.of("check.category", language, Category.class));
                model.addAttribute("levels", choices.of("check.level", language, Level.class));
            }
            case HUKOU -> model.addAttribute("choices", choices.of("check.hukou", language, Hukou.class));
            case INCOME -> model.addAttribute("choices", choices.of("check.income", language, Income.class));
            case WORK -> {
                model.addAttribute("choices", choices.of("check.work", language, Work.class));
                model.addAttribute("stages", choices.of("check.stage", language, Stage.class));
            }
            case OTHERS -> {
                model.addAttribute("choices", choices.of("check.care", language, Care.class));
                model.addAttribute("others", others(language));
            }
        }
        return "check/question";
    }

    /** The same question in the other language, with all that was answered. */
    private static List<Form.Hidden> switchWith(Question question, Form<Answers> form, boolean all) {
        List<Form.Hidden> answers = new ArrayList<>(form.hidden(Question.allFields()));
        answers.add(new Form.Hidden("at", question.name()));
        answers.add(new Form.Hidden("go", HERE));
        if (all) {
            answers.add(new Form.Hidden("all", "true"));
        }
        return answers;
    }

    private List<Choice> others(Locale language) {
        return Stream.concat(
                        choices.of("value.kind", language, Answers.KINDS.toArray(String[]::new)).stream(),
                        choices.of("check.others", language, Answers.NONE, Answers.UNSURE).stream()
                                .map(Choice::alone))
                .toList();
    }

    private static boolean hasFaultIn(Question question, Form<Answers> form) {
        return form.faults().stream().anyMatch(fault -> question.fields().contains(fault.field()));
    }

    private static @Nullable Question question(String name) {
        return Stream.of(Question.values())
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
