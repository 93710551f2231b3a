package org.huizhu.gateway.console.matter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.huizhu.gateway.console.MatterFile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts one matter on its page. */
@Component
class ShowMatter {

    private final MatterViews views;

    ShowMatter(MatterViews views) {
        this.views = views;
    }

    String page(MatterFile file, HttpServletRequest request, Locale language, Model model) {
        model.addAttribute("view", views.of(file, mayDispute(request), language));
        model.addAttribute("readsFiles", !request.isUserInRole("provider"));
        model.addAttribute(
                "readsDiagnosis", request.isUserInRole("provider") || request.isUserInRole("federation-officer"));
        return "console/matter";
    }

    static boolean mayDispute(HttpServletRequest request) {
        return request.isUserInRole("street-clerk") || request.isUserInRole("federation-officer");
    }
}
