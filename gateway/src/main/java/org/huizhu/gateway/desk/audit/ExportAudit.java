package org.huizhu.gateway.desk.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What was looked for as one file, log by log, the newest first. It goes out page by page as it comes; what did not come,
 * or would have been too much, is said in its last line.
 */
@Controller
class ExportAudit {

    private static final int PAGE = 200;
    private static final int MOST = 100_000;

    private final AuditTrail trail;
    private final AuditViews views;
    private final Words words;

    ExportAudit(AuditTrail trail, AuditViews views, Words words) {
        this.trail = trail;
        this.views = views;
        this.words = words;
    }

    @GetMapping(AuditPage.ADDRESS + "/entries.csv")
    @PreAuthorize(AuditPage.MAY)
    void export(Form<Wanted> form, HttpServletResponse response, Locale language) throws IOException {
        Wanted wanted = form.values();
        Optional<String> actor = form.isFailed() ? Optional.empty() : trail.actor(wanted, language);
        if (actor.isEmpty()) {
            // The page says what is wrong.
            response.sendRedirect(AuditPage.address(wanted));
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        var csv = new SafeCsv(response.getWriter());
        csv.row(views.head(language));
        int rows = 0;
        for (String log : trail.logs(wanted)) {
            rows = export(of(wanted, log), actor.get(), rows, csv, language);
        }
        csv.flush();
    }

    private static Wanted of(Wanted wanted, String log) {
        return new Wanted(wanted.from(), wanted.to(), wanted.who(), wanted.what(), wanted.resident(), log);
    }

    /** One log; gives how many rows there are by then. */
    private int export(Wanted wanted, String actor, int before, SafeCsv csv, Locale language) throws IOException {
        String name = words.known("service", wanted.service(), language);
        int rows = before;
        Marks next = Marks.NONE;
        while (next != null) {
            if (rows >= MOST) {
                csv.row(List.of(words.text("desk.audit.csv.more", language, name)));
                return rows;
            }
            AuditTrail.Page page = trail.page(wanted, actor, next, PAGE, language);
            if (!page.away().isEmpty()) {
                csv.row(List.of(words.text("desk.audit.csv.away", language, name)));
                return rows;
            }
            for (AuditTrail.Entry entry : page.entries()) {
                csv.row(views.line(entry, language));
            }
            csv.flush();
            rows += page.entries().size();
            next = page.next();
        }
        return rows;
    }
}
