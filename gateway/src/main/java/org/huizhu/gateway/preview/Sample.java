package org.huizhu.gateway.preview;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.GivenDay;

/** A form with one field of each kind. */
record Sample(
        @NotBlank(message = "{preview.text.missing}") String text,
        @NotBlank(message = "{preview.text.missing}") String sum,
        @NotBlank(message = "{preview.text.missing}") String story,
        @NotBlank(message = "{preview.choice.missing}") String one,
        @NotBlank(message = "{preview.choice.missing}") String radio,
        String more,
        @NotEmpty(message = "{preview.choice.missing}") List<String> several,
        boolean agreed,
        @GivenDay DateParts day,
        @NotBlank(message = "{preview.file.missing}") String file) {

    static final Sample FILLED = new Sample(
            "610103", "100.50", "…", "B", "B", "…", List.of("A", "C"), true, new DateParts("2026", "2", "28"), "");
}
