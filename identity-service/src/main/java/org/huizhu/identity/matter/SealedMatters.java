package org.huizhu.identity.matter;

import java.util.List;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of certificate work, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedMatters {

    @Bean
    SealedColumns sealedMatterColumns() {
        return SealedColumns.of(
                SealedColumn.of("certificate_matter", "visit_team", "id", "certificate_matter.visit_team:{id}"),
                new SealedColumn(
                        "matter_submission",
                        "remark",
                        List.of("matter_id", "sequence"),
                        "matter_submission.remark:{matter_id}/{sequence}"),
                new SealedColumn(
                        "matter_step",
                        "remark",
                        List.of("matter_id", "sequence"),
                        "matter_step.remark:{matter_id}/{sequence}"),
                new SealedColumn(
                        "matter_result",
                        "note",
                        List.of("matter_id", "sequence"),
                        "matter_result.note:{matter_id}/{sequence}"),
                new SealedColumn(
                        "matter_objection",
                        "text",
                        List.of("matter_id", "sequence"),
                        "matter_objection.text:{matter_id}/{sequence}"));
    }
}
