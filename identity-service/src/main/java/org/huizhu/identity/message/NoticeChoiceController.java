package org.huizhu.identity.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.huizhu.identity.message.NoticeChoices.Owner;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the account that is signed in is told of messages; in the portal, always. */
@RestController
@RequestMapping("/api/identity/me/notifications")
@PreAuthorize("hasAnyRole('resident', 'guardian')")
class NoticeChoiceController {

    private final ChooseNotices choose;

    NoticeChoiceController(ChooseNotices choose) {
        this.choose = choose;
    }

    /** Telephones and the mailbox are masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            int version,
            boolean sms,
            boolean email,
            @Nullable String phone,
            @Nullable String phoneOnFile,
            @Nullable String mail,
            NoticeChoice.Language language) {}

    @GetMapping
    View read() {
        Owner owner = owner();
        return view(owner, choose.of(owner));
    }

    @PutMapping
    View put(@RequestBody ChooseNotices.Wish wish) {
        Owner owner = owner();
        return view(owner, choose.choose(owner, wish));
    }

    private View view(Owner owner, NoticeChoice choice) {
        String phone = choice.phone();
        String mail = choice.mail();
        return new View(
                choice.version(),
                choice.sms(),
                choice.email(),
                phone == null ? null : Masked.phone(phone),
                choose.phoneOnFile(owner).map(Masked::phone).orElse(null),
                mail == null ? null : Masked.mail(mail),
                choice.language());
    }

    private static Owner owner() {
        Caller caller = Caller.current();
        boolean own = caller.roles().contains("resident") && caller.residentId() != null;
        return own ? new Owner(caller.residentId(), null) : new Owner(null, caller.subject());
    }
}
