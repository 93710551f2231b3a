package org.huizhu.identity.survey;

import java.util.List;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of surveys, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedSurveys {

    @Bean
    SealedColumns sealedSurveyColumns() {
        return SealedColumns.of(
                SealedColumn.of("survey_file", "header", "id", "survey_file.header:{id}"),
                new SealedColumn(
                        "survey_rejected_row",
                        "cells",
                        List.of("file_id", "line"),
                        "survey_rejected_row.cells:{file_id}:{line}"),
                new SealedColumn(
                        "survey_answer",
                        "surveyor",
                        List.of("survey_id", "resident_id"),
                        "survey_answer.surveyor:{survey_id}{resident_id}"),
                new SealedColumn(
                        "survey_difference",
                        "held",
                        List.of("survey_id", "resident_id", "field"),
                        "survey_difference.held:{survey_id}{resident_id}{field}"),
                new SealedColumn(
                        "survey_difference",
                        "surveyed",
                        List.of("survey_id", "resident_id", "field"),
                        "survey_difference.surveyed:{survey_id}{resident_id}{field}"),
                new SealedColumn(
                        "field_provenance",
                        "teller",
                        List.of("resident_id", "field", "source", "source_id"),
                        "field_provenance.teller:{resident_id}:{field}:{source_id}"));
    }
}
