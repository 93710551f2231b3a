package org.huizhu.identity.draft;

import java.time.Period;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.privacy.PersonalData;
import org.huizhu.platform.privacy.RetentionRule;
import org.huizhu.platform.security.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the table of drafts, how long one is kept, and what their writer gets of them. */
@Configuration(proxyBeanMethods = false)
class DraftParts {

    @Bean
    SealedColumns sealedDraftColumns() {
        return SealedColumns.of(SealedColumn.of("filing_draft", "content", "id", "filing_draft.content:{id}"));
    }

    @Bean
    RetentionRule draftRetention(Drafts drafts) {
        return new RetentionRule("draft", Period.ofDays(90), Period.ofDays(7), drafts::removeSavedBefore);
    }

    /** Of drafts only those that the caller wrote: what a delegate began is the delegate's. */
    @Bean
    PersonalData draftExport(Drafts drafts) {
        return new PersonalData() {
            @Override
            public String part() {
                return "drafts";
            }

            @Override
            public Object of(String residentId) {
                return drafts.of(residentId, Caller.current().subject());
            }
        };
    }
}
