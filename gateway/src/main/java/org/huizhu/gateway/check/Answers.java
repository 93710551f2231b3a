package org.huizhu.gateway.check;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.huizhu.gateway.forms.Chosen;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.RealDay;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to the six questions. Lives for one request: the pages carry it along, the server keeps nothing.
 *
 * @param birth may be left blank by who does not know
 * @param others kinds of other benefits, or {@link #NONE} or {@link #UNSURE} alone
 */
record Answers(
        @RealDay DateParts birth,

        @Chosen(message = "{check.certificate.missing}") @Nullable
        Certificate certificate,

        @Nullable Category category,
        @Nullable Level level,

        @Chosen(message = "{check.hukou.missing}") @Nullable Hukou hukou,

        @Chosen(message = "{check.income.missing}") @Nullable
        Income income,

        @Chosen(message = "{check.work.missing}") @Nullable Work work,

        @Nullable Stage stage,

        @Chosen(message = "{check.care.missing}") @Nullable Care care,

        @NotEmpty(message = "{check.others.missing}") List<String> others) {

    static final String NONE = "NONE";
    static final String UNSURE = "UNSURE";

    /** The kinds that rules ask about, as the facts call them. */
    static final List<String> KINDS = List.of(
            "WORK_INJURY_CARE",
            "ORPHAN",
            "UNSUPPORTED_CHILD_FULL",
            "OLD_AGE_CARE",
            "OLD_AGE_ALLOWANCE",
            "RETIRED_CADRE_CARE",
            "DUTY_INJURY_CARE",
            "LTCI");

    enum Certificate {
        YES,
        NO,
        UNSURE
    }

    enum Category {
        VISION,
        HEARING,
        SPEECH,
        LIMB,
        INTELLECTUAL,
        MENTAL,
        MULTIPLE
    }

    /** Of the certificate; one is the heaviest. */
    enum Level {
        ONE(1),
        TWO(2),
        THREE(3),
        FOUR(4);

        private final int number;

        Level(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** As far as rules tell places apart; each with a code that lies there and nowhere else. */
    enum Hukou {
        BEILIN("610103"),
        XIAN("610101"),
        SHAANXI("610000"),
        ELSEWHERE("000000"),
        UNSURE("");

        private final String area;

        Hukou(String area) {
            this.area = area;
        }

        String area() {
            return area;
        }
    }

    enum Income {
        DIBAO,
        EDGE,
        TEKUN,
        ABOVE,
        UNSURE
    }

    enum Work {
        EMPLOYED,
        SELF_EMPLOYED,
        JOBLESS,
        STUDENT,
        RETIRED,
        CHILD,
        UNSURE
    }

    enum Stage {
        PRESCHOOL,
        PRIMARY,
        JUNIOR,
        SENIOR,
        VOCATIONAL,
        DIPLOMA,
        DEGREE
    }

    enum Care {
        YES,
        NO,
        UNSURE
    }

    /** The answers may be personal. */
    @Override
    public String toString() {
        return "Answers[…]";
    }
}
