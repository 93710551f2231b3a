package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.Fault;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.forms.GivenDay;
import org.huizhu.gateway.forms.RealDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;

class FormsTest extends GatewayTest {

    enum Colour {
        RED,
        GREEN
    }

    record Asked(
            @GivenDay @RealDay DateParts day,

            @NotBlank(message = "{preview.text.missing}") @Size(min = 3, max = 5, message = "{preview.choice.missing}")
            String name,

            @Nullable Colour colour,
            List<String> several,
            boolean yes) {}

    @Autowired
    Forms forms;

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void shows_again_what_was_typed_even_if_it_is_wrong() {
        var request = request();
        request.setParameter("day.year", " 1986 ");
        request.setParameter("day.month", "2");
        request.setParameter("day.day", "30");
        request.setParameter("name", "<b>");
        request.setParameter("several", "A", "C");
        request.setParameter("unasked", "x");

        Form<Asked> form = forms.sent(Asked.class, request, Locale.ENGLISH);

        assertThat(form.isFailed()).isTrue();
        assertThat(form.field("day").part("year")).isEqualTo("1986");
        assertThat(form.field("day").part("day")).isEqualTo("30");
        assertThat(form.field("name").value()).isEqualTo("<b>");
        assertThat(form.field("several").has("C")).isTrue();
        assertThat(form.field("several").has("B")).isFalse();
        assertThat(form.values().yes()).isFalse();
        assertThat(form.faults()).extracting(Fault::id).containsExactly("day-day");
    }

    @Test
    void says_one_thing_a_field_in_the_order_of_the_fields_and_in_the_language_of_the_reader() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        Form<Asked> chinese = forms.sent(Asked.class, request(), Locale.SIMPLIFIED_CHINESE);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        Form<Asked> english = forms.sent(Asked.class, request(), Locale.ENGLISH);

        assertThat(chinese.faults())
                .containsExactly(new Fault("day", "day-year", "请填写日期"), new Fault("name", "name", "请填写这一项"));
        assertThat(english.faults()).extracting(Fault::text).containsExactly("Enter a date", "Fill this in");
    }

    @Test
    void what_is_sent_back_reads_as_the_same_record() {
        Asked asked = new Asked(DateParts.of(LocalDate.of(2024, 2, 29)), "Anna", Colour.GREEN, List.of("A", "B"), true);
        Form<Asked> filled = forms.filled(asked, Locale.ENGLISH);
        var request = request();
        filled.hidden(Set.of("day", "name", "colour", "several", "yes"))
                .forEach(input -> request.addParameter(input.name(), input.value()));

        Form<Asked> sent = forms.sent(Asked.class, request, Locale.ENGLISH);

        assertThat(sent.isFailed()).isFalse();
        assertThat(sent.values()).isEqualTo(asked);
    }

    @Test
    void the_token_stays_the_same_when_a_form_is_sent_again_and_is_never_a_text_of_somebody_else() {
        var request = request();
        String token = forms.blank(Asked.class, Locale.ENGLISH).once();
        request.setParameter("once", token);
        var forged = request();
        forged.setParameter("once", "\r\nX-Other: 1");

        assertThat(forms.sent(Asked.class, request, Locale.ENGLISH).once()).isEqualTo(token);
        assertThat(forms.sent(Asked.class, forged, Locale.ENGLISH).once())
                .hasSize(36)
                .isNotEqualTo(token);
    }

    @Test
    void knows_only_the_fields_of_its_record_and_no_values_in_its_name() {
        var request = request();
        request.setParameter("name", "Zhang San");
        Form<Asked> form = forms.sent(Asked.class, request, Locale.ENGLISH);

        assertThatThrownBy(() -> form.field("unasked")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form.reject("unasked", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(form.toString()).doesNotContain("Zhang");
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest("POST", "/");
    }
}
