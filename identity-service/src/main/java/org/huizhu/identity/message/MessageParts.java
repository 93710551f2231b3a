package org.huizhu.identity.message;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huizhu.identity.message.NoticeChoices.Owner;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.privacy.PersonalData;
import org.huizhu.platform.privacy.RetentionRule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of messages, how long what went out is kept, and what a resident gets of it. */
@Configuration(proxyBeanMethods = false)
class MessageParts {

    @Bean
    SealedColumns sealedMessageColumns() {
        return SealedColumns.of(
                SealedColumn.of("notice_choice", "phone", "id", "notice_choice.phone:{id}"),
                SealedColumn.of("notice_choice", "mail", "id", "notice_choice.mail:{id}"),
                SealedColumn.of("outgoing_message", "address", "id", "outgoing_message.phone:{id}"),
                SealedColumn.of("outgoing_message", "words", "id", "outgoing_message.words:{id}"));
    }

    @Bean
    RetentionRule outgoingMessageRetention(OutgoingMessages messages) {
        return new RetentionRule(
                "outgoing-message", Period.ofDays(90), Period.ofDays(7), messages::removeWrittenBefore);
    }

    @Bean
    PersonalData noticeChoiceExport(NoticeChoices choices) {
        return new PersonalData() {
            @Override
            public String part() {
                return "notifications";
            }

            @Override
            public Object of(String residentId) {
                return choices.of(new Owner(residentId, null))
                        .map(MessageParts::whole)
                        .orElse(Map.of());
            }
        };
    }

    private static Map<String, @Nullable Object> whole(NoticeChoice choice) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("sms", choice.sms());
        whole.put("email", choice.email());
        whole.put("phone", choice.phone());
        whole.put("mail", choice.mail());
        whole.put("language", choice.language());
        return whole;
    }
}
