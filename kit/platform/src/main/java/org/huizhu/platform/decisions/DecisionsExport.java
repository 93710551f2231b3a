package org.huizhu.platform.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.privacy.PersonalData;

/** What was decided for a resident with its reasons, all that it was before, and the cases, for their export. */
final class DecisionsExport implements PersonalData {

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
        List<Decisions.Remembered> all = decisions.all(residentId);
        json.put("now", view.now(residentId, all));
        json.put("changes", view.changes(all));
        return json;
    }
}
