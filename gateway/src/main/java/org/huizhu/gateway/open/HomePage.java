package org.huizhu.gateway.open;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What Huizhu is, for everybody, and where to sign in. */
@Controller
class HomePage {

    @GetMapping("/")
    @PreAuthorize("permitAll()")
    String home(@RequestParam(name = "signed-out", required = false) String signedOut, Model model) {
        model.addAttribute("signedOut", signedOut != null);
        return "open/home";
    }

    @GetMapping("/sign-in-failed")
    @PreAuthorize("permitAll()")
    String signInFailed() {
        return "open/sign-in-failed";
    }
}
