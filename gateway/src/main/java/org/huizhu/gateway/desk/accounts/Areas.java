package org.huizhu.gateway.desk.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huizhu.gateway.forms.Choice;
import org.huizhu.gateway.pages.District;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;

/** The areas that somebody works for: the district, one of its streets, or a community of a street. */
@Component
class Areas {

    static final int STREET_DIGITS = 9;

    private final District district;
    private final Words words;

    Areas(District district, Words words) {
        this.district = district;
        this.words = words;
    }

    /** The district and its streets, and that place too where it is none of them. */
    List<Choice> places(String present, Locale language) {
        List<Choice> places = new ArrayList<>();
        Stream.concat(Stream.of(district.code()), district.streets(language))
                .forEach(code -> places.add(Choice.of(code, words.text("value." + code, language))));
        if (!present.isEmpty()
                && places.stream().noneMatch(place -> place.value().equals(present))) {
            places.add(Choice.of(present, present));
        }
        return places;
    }

    /** The district or street of an area. */
    static String placeOf(String area) {
        return area.length() > STREET_DIGITS ? area.substring(0, STREET_DIGITS) : area;
    }

    /** The community of an area within its street; empty if it is none. */
    static String communityOf(String area) {
        return area.length() > STREET_DIGITS ? area.substring(STREET_DIGITS) : "";
    }

    /** Such as “Nanyuanmen Street, community 001”. */
    String name(String area, Locale language) {
        String place = placeOf(area);
        String named = words.find("value." + place, language).orElse(place);
        return communityOf(area).isEmpty()
                ? named
                : words.text("desk.area.community", language, named, communityOf(area));
    }
}
