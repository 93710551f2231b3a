package org.huizhu.platform.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProgrammeJsonTest {

    private static final String PACK = """
            programme: aid
            pack: %s
            owner: subsidy
            title: {zh: 补助, en: Aid}
            valid: %s
            basis: [文号]
            delivery: apply
            decisions: {D-1: day-after}
            parameters:
              rate:
                - {from: 2020-01-01, to: 2025-12-31, value: 80, source: 文件, confidence: verified}
                - {from: 2026-01-01, source: 未获全文, confidence: general}
            asks:
              - {id: device, type: boolean, question: {zh: 需要吗, en: Needed?}}
            conditions:
              - {id: A-sure, text: {zh: 甲, en: A}, basis: 文件, confidence: verified, holds: answers.device}
              - {id: A-unsure, text: {zh: 乙, en: B}, basis: 传闻, confidence: secondary, holds: age(asOf) >= 18}
            amount: rate
            period: once
            review: [{step: accept, by: street, days: 3}]
            %s
            """;

    @Test
    void says_what_the_programme_is_and_what_of_it_is_uncertain() {
        JsonNode aid = json("2026-11-23", Set.of(), pack("A-1", "{from: 2020-01-01}", ""));

        assertThat(aid.path("inForce").asString()).isEqualTo("A-1");
        assertThat(aid.path("asks").path(0).path("question").path("en").asString())
                .isEqualTo("Needed?");
        assertThat(aid.path("amounts")
                        .path("rate")
                        .path(0)
                        .path("toBeConfirmed")
                        .asBoolean())
                .isFalse();
        assertThat(aid.path("amounts")
                        .path("rate")
                        .path(1)
                        .path("toBeConfirmed")
                        .asBoolean())
                .isTrue();
        JsonNode decision = aid.path("decisions").path(0);
        assertThat(decision.path("question").path("en").asString()).isEqualTo("When is an age reached?");
        assertThat(decision.path("alternatives")
                        .valueStream()
                        .map(one -> one.path("choice").asString()
                                + one.path("declared").asBoolean()))
                .containsExactly("birthdayfalse", "day-aftertrue");
        assertThat(aid.path("uncertain")
                        .valueStream()
                        .map(one -> one.path("what").asString() + " "
                                + one.path("id").asString()))
                .containsExactly("condition A-unsure", "amount rate", "decision D-1");
    }

    @Test
    void shows_which_pack_counts_today_and_which_later() {
        JsonNode aid = json(
                "2026-11-23",
                Set.of("PLAN"),
                pack("OLD", "{from: 2020-01-01, to: 2026-06-30}", ""),
                pack("NOW", "{from: 2026-07-01, to: 2027-12-31}", ""),
                pack("NEXT", "{from: 2028-01-01}", ""),
                pack("PLAN", "{from: 2027-01-01, to: 2027-03-31}", "status: alternative"),
                pack("IDEA", "{from: 2026-07-01}", "status: alternative"));

        assertThat(aid.path("packs")
                        .valueStream()
                        .map(one -> one.path("pack").asString() + " "
                                + one.path("when").asString()))
                .containsExactlyInAnyOrder("OLD past", "NOW now", "PLAN later", "NEXT later", "IDEA inactive");
    }

    @Test
    void a_programme_between_its_packs_is_shown_by_the_next_one() {
        JsonNode aid = json("2019-11-23", Set.of(), pack("A-1", "{from: 2020-01-01}", ""));

        assertThat(aid.path("inForce").isNull()).isTrue();
        assertThat(aid.path("pack").asString()).isEqualTo("A-1");
    }

    private static String pack(String name, String valid, String more) {
        return PACK.formatted(name, valid, more);
    }

    private static JsonNode json(String today, Set<String> activated, String... yaml) {
        List<PackSource> sources = List.of(yaml).stream()
                .map(text -> new PackSource("aid.yaml", text))
                .toList();
        RulePacks packs = RulePacks.load(FactModel.fromSchema(Schemas.RESIDENT_FACTS.text()), sources, activated);
        Map<String, ?> aid = new ProgrammeJson(packs, LocalDate.parse(today)).of("aid");
        return JsonMapper.shared().valueToTree(aid);
    }
}
