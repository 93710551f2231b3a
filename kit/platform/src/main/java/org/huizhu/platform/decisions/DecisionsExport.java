package org.huizhu.platform.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/** What was decided for a resident with its reasons, all that it was before, and the cases, for their export. */
final class DecisionsExport implements PersonalData {

    private static final int PAGE = 500;

    private final DecisionsView view;
    private final Decisions decisions;

    DecisionsExport(DecisionsView view, Decisions decisions) {
        this.view = view;
        this.decisions = decisions;
    }

    @Override
    public String part() {
        return "decisions";
    }

    @Override
    public Object of(String residentId) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("now", view.now(residentId));
        json.put("changes", changes(residentId));
        return json;
    }

    private List<Map<String, @Nullable Object>> changes(String residentId) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        List<Decisions.Remembered> page = decisions.changes(residentId, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(together -> all.addAll(view.changes(together)));
            page = decisions.changes(residentId, page.getLast().id(), PAGE);
        }
        return all;
    }
}
