package org.huizhu.identity.report;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which days statements speak of. */
final class Spoken {

    private Spoken() {}

    static LocalDate firstDay(Statements said, LocalDate saidOn) {
        LocalDate death = said.death() == null ? null : said.death().value();
        return Stream.of(
                        Stream.of(
                                        said.hukou(),
                                        said.residencePermit(),
                                        said.home(),
                                        said.careNeed(),
                                        said.employment(),
                                        said.schooling(),
                                        said.guardian(),
                                        said.screening(),
                                        said.income(),
                                        said.elderCarer(),
                                        said.employedMembers(),
                                        said.workableMembers())
                                .map(statement -> statement == null ? null : statement.from()),
                        said.otherBenefits() == null
                                ? Stream.<LocalDate>empty()
                                : said.otherBenefits().periods().stream().map(Statements.Benefit::from),
                        said.imprisonment() == null
                                ? Stream.<LocalDate>empty()
                                : said.imprisonment().periods().stream().map(Statements.Sentence::from),
                        Stream.<@Nullable LocalDate>of(death))
                .flatMap(days -> days)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .filter(first -> first.isBefore(saidOn))
                .orElse(saidOn);
    }
}
