package org.huizhu.identity.survey;

import java.util.ArrayList;
import java.util.List;
import org.huizhu.identity.imports.HeldRow;

/** The columns of a survey file beside those of an import. */
enum SurveyColumn {
    /** Names the file that the row is about. */
    RESIDENT("编号"),
    OUTCOME("调查结果"),
    DAY("调查日期"),
    SURVEYOR("调查员");

    private final String heading;

    SurveyColumn(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    /** All headings of the file that goes out. */
    static List<String> headings() {
        List<String> headings = new ArrayList<>(List.of(RESIDENT.heading));
        headings.addAll(HeldRow.headings());
        headings.addAll(List.of(OUTCOME.heading, DAY.heading, SURVEYOR.heading));
        return headings;
    }
}
