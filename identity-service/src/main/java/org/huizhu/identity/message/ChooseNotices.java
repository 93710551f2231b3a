package org.huizhu.identity.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huizhu.identity.message.NoticeChoices.Owner;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.KnownPeople;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets somebody say how they want to be told of messages, whole each time. */
@Component
class ChooseNotices {

    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern MAIL = Pattern.compile("[!-~&&[^@]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST_MAIL = 200;

    private final NoticeChoices choices;
    private final KnownPeople people;
    private final TextsWanted textsWanted;
    private final Atomically atomically;
    private final AuditLog audit;

    ChooseNotices(
            NoticeChoices choices, KnownPeople people, TextsWanted textsWanted, Atomically atomically, AuditLog audit) {
        this.choices = choices;
        this.people = people;
        this.textsWanted = textsWanted;
        this.atomically = atomically;
        this.audit = audit;
    }

    /**
     * {@code phone} and {@code mail}: without them those held stay, empty ones are forgotten. {@code version}: the one that
     * was read; another one meanwhile is a conflict. Without it, it is not looked at.
     */
    record Wish(
            @Nullable Integer version,
            @Nullable Boolean sms,
            @Nullable Boolean email,
            @Nullable String phone,
            @Nullable String mail,
            NoticeChoice.@Nullable Language language) {

        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    /** What holds for somebody; a resident who told staff that they want short messages gets them. */
    NoticeChoice of(Owner owner) {
        return choices.of(owner).orElseGet(() -> {
            String resident = owner.residentId();
            boolean sms = resident != null
                    && textsWanted.by(resident)
                    && phoneOnFile(owner).isPresent();
            return new NoticeChoice(0, sms, false, null, null, NoticeChoice.Language.ZH);
        });
    }

    /** The telephone on file of a living resident. */
    Optional<String> phoneOnFile(Owner owner) {
        return Optional.ofNullable(owner.residentId())
                .flatMap(people::read)
                .filter(known -> known.deceasedOn() == null)
                .map(KnownPeople.Known::phone);
    }

    NoticeChoice choose(Owner owner, Wish wish) {
        List<Fault> faults = new ArrayList<>();
        return atomically.run(() -> {
            NoticeChoice held = choices.of(owner).orElse(NoticeChoice.NONE);
            if (wish.version() != null && wish.version() != held.version()) {
                throw Problem.conflict("notifications-changed");
            }
            String phone = phone(wish.phone(), held.phone(), faults);
            String mail = mail(wish.mail(), held.mail(), faults);
            boolean sms = said("sms", wish.sms(), faults);
            boolean email = said("email", wish.email(), faults);
            if (sms && phone == null && phoneOnFile(owner).isEmpty()) {
                faults.add(Fault.of("phone", "required"));
            }
            if (email && mail == null) {
                faults.add(Fault.of("mail", "required"));
            }
            if (!faults.isEmpty()) {
                throw Problem.faults(
                        "notifications-invalid", faults.stream().distinct().toList());
            }
            var chosen = new NoticeChoice(
                    held.version() + 1,
                    sms,
                    email,
                    phone,
                    mail,
                    wish.language() == null ? held.language() : wish.language());
            if (!choices.put(owner, chosen, Caller.current().subject())) {
                throw Problem.conflict("notifications-changed");
            }
            if (owner.residentId() != null) {
                audit.record("notifications.choose", owner.residentId());
            }
            return chosen;
        });
    }

    private static boolean said(String field, @Nullable Boolean value, List<Fault> faults) {
        if (value == null) {
            faults.add(Fault.of(field, "required"));
        }
        return Boolean.TRUE.equals(value);
    }

    private static @Nullable String phone(@Nullable String typed, @Nullable String held, List<Fault> faults) {
        if (typed == null) {
            return held;
        }
        String digits = typed.replaceAll("[\\s-]", "").replaceFirst("^(\\+|00)86", "");
        if (!digits.isEmpty() && !MOBILE.matcher(digits).matches()) {
            faults.add(Fault.of("phone", "phone-mobile"));
        }
        return digits.isEmpty() ? null : digits;
    }

    private static @Nullable String mail(@Nullable String typed, @Nullable String held, List<Fault> faults) {
        if (typed == null) {
            return held;
        }
        String mail = typed.strip();
        if (!mail.isEmpty()
                && (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches())) {
            faults.add(Fault.of("mail", "mail-malformed"));
        }
        return mail.isEmpty() ? null : mail;
    }
}
