package org.huizhu.identity.privacy;

import java.util.List;
import java.util.Locale;
import org.huizhu.identity.resident.PersonInFull;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.security.Access;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The two places where a person is shown in clear. Not stored on the way, and asked for by POST: it leaves a trace. */
@RestController
class FullViewController {

    private static final String OFFICES = "hasAnyRole('community-worker', 'street-clerk', 'federation-officer',"
            + " 'civil-affairs-officer', 'finance-officer')";

    private final ShowInFull show;
    private final Access access;
    private final ProblemTexts texts;

    FullViewController(ShowInFull show, Access access, ProblemTexts texts) {
        this.show = show;
        this.access = access;
        this.texts = texts;
    }

    /** {@code purpose}: a code of the list; {@code note}: which complaint, which court. */
    record Wish(@Nullable String purpose, @Nullable String note) {

        @Override
        public String toString() {
            return "Wish[" + purpose + "]";
        }
    }

    record PurposeView(String code, String text, boolean needsNote) {}

    /** What the caller's office may look at a file in clear for. */
    @GetMapping("/api/identity/full-view-purposes")
    @PreAuthorize(OFFICES)
    List<PurposeView> purposes(Locale locale) {
        return ShowInFull.purposesOf(Caller.current()).stream()
                .map(purpose -> new PurposeView(
                        purpose.name(), texts.say("audit.purpose", purpose.name(), locale), purpose.needsNote()))
                .toList();
    }

    @PostMapping("/api/identity/residents/{id}/full-view")
    @PreAuthorize(OFFICES + " and @access.reads(#id)")
    ResponseEntity<PersonInFull> show(@PathVariable String id, @RequestBody Wish wish) {
        return unstored(show.toStaff(id, wish.purpose(), wish.note()));
    }

    /** {@code for}: a resident whom the caller acts for; left out, the caller's own file. */
    @PostMapping("/api/identity/me/full-view")
    @PreAuthorize("hasAnyRole('resident', 'guardian')")
    ResponseEntity<PersonInFull> own(@RequestParam(name = "for", required = false) @Nullable String someone) {
        return unstored(show.toOneself(access.residentMeant(someone)));
    }

    private static ResponseEntity<PersonInFull> unstored(PersonInFull person) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(person);
    }
}
