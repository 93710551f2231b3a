package org.huizhu.gateway.open;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.huizhu.gateway.pages.Words;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that only say something. All they say is in the bundle, part by part, as far as it goes. */
@Controller
class InfoPages {

    private static final int MOST = 20;

    private final Words words;

    InfoPages(Words words) {
        this.words = words;
    }

    /** A heading with its paragraphs and points. */
    record Section(String heading, List<String> paragraphs, List<String> points) {}

    @GetMapping("/help")
    @PreAuthorize("permitAll()")
    String help(Locale language, Model model) {
        return show("help", language, model);
    }

    @GetMapping("/contact")
    @PreAuthorize("permitAll()")
    String contact(Locale language, Model model) {
        return show("contact", language, model);
    }

    @GetMapping("/feedback")
    @PreAuthorize("permitAll()")
    String feedback(Locale language, Model model) {
        return show("feedback", language, model);
    }

    @GetMapping("/accessibility")
    @PreAuthorize("permitAll()")
    String accessibility(Locale language, Model model) {
        return show("accessibility", language, model);
    }

    private String show(String name, Locale language, Model model) {
        String prefix = "info." + name + ".";
        model.addAttribute("title", words.text(prefix + "title", language));
        model.addAttribute("lead", words.text(prefix + "lead", language));
        model.addAttribute("sections", asFarAsItGoes(number -> section(prefix + number, language)));
        return "open/info";
    }

    private Optional<Section> section(String prefix, Locale language) {
        return words.find(prefix + ".heading", language)
                .map(heading -> new Section(
                        heading,
                        asFarAsItGoes(number -> words.find(prefix + ".text." + number, language)),
                        asFarAsItGoes(number -> words.find(prefix + ".point." + number, language))));
    }

    private static <T> List<T> asFarAsItGoes(IntFunction<Optional<T>> part) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(part)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }
}
