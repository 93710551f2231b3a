package org.huizhu.identity.message;

import org.huizhu.identity.message.NoticeChoices.Owner;
import org.springframework.stereotype.Component;

/** Tells by short message or e-mail, whoever chose so, that there is a message; what it says is read in the portal. */
@Component
class WriteNotices {

    private final NoticeChoices choices;
    private final ChooseNotices choose;
    private final OutgoingMessages outgoing;
    private final Letters letters;

    WriteNotices(NoticeChoices choices, ChooseNotices choose, OutgoingMessages outgoing, Letters letters) {
        this.choices = choices;
        this.choose = choose;
        this.outgoing = outgoing;
        this.letters = letters;
    }

    void toResident(String residentId, String about) {
        write(new Owner(residentId, null), about);
    }

    void toAccount(String account, String about) {
        write(choices.ofAccount(account), about);
    }

    private void write(Owner owner, String about) {
        NoticeChoice choice = choose.of(owner);
        String text = letters.notice(choice.language().locale());
        String phone = choice.phone();
        String mail = choice.mail();
        if (choice.sms()) {
            if (phone == null) {
                phone = choose.phoneOnFile(owner).orElse(null);
            }
            if (phone != null) {
                outgoing.write(about, Way.SMS, phone, OutgoingMessages.NOTICE, text);
            }
        }
        if (choice.email() && mail != null) {
            outgoing.write(about, Way.EMAIL, mail, OutgoingMessages.NOTICE, text);
        }
    }
}
