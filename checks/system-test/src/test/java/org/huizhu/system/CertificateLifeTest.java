package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.huizhu.contracts.EventTypes;
import org.huizhu.local.demo.DemoAccounts;
import org.huizhu.local.platform.Part;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One certificate from the application to its end and the application that comes too soon after, at the gateway, each step
 * by whoever does it. The platform runs on the real clock: only the last day of a public notice is put into the past by
 * hand, in the row.
 */
@OnPlatform
@Order(7)
class CertificateLifeTest {

    private static final String MATTERS = "/api/identity/certificate-matters";
    private static final String HOSPITAL = "SYSTEM-TEST-1";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TELLS = EventTypes.certificateMatter("");

    private final Platform platform;
    private final OfficeCalendar calendar = OfficeCalendar.published();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Caller clerk;
    private final Caller officer;
    private final Caller hospital;
    /** Each step and its clock, as it was answered. */
    private final List<String> lived = new ArrayList<>();

    CertificateLifeTest(Platform platform) throws IOException {
        this.platform = platform;
        platform.accounts().create("hospital.first", DemoAccounts.PASSWORD, "provider");
        this.clerk = Caller.person(platform, "street");
        this.officer = Caller.person(platform, "federation");
        this.hospital = Caller.person(platform, "hospital.first");
    }

    @Test
    void a_certificate_lives_from_the_application_to_the_cancellation_and_the_refused_application_within_a_year()
            throws Exception {
        ObjectNode person = applicant();
        designate();

        Matter apply = file("""
                {"kind":"APPLY","documents":["ID_CARD","HUKOU_BOOK","PHOTO"],"applicant":%s}""".formatted(person));
        apply.is("FILED").due(in(5));
        apply.does(clerk, "accept", "").is("ACCEPTED").withoutClock();
        apply.does(clerk, "assign", assigned()).is("AT_HOSPITAL").withoutClock();
        apply.does(hospital, "result", limb(3)).is("NOTICE").due(in(5));
        assertThat(officer.get(MATTERS + "/" + apply.id).text("disputableUntil"))
                .isEqualTo(in(10).toString());
        apply.refused(officer, "review", approve(), "matter-not-possible");
        apply.noticeEnds();
        apply.does(officer, "review", approve()).is("READY").due(in(5));
        apply.does(officer, "issue", "").is("ISSUED").withoutClock();

        String resident = apply.resident;
        awaitDecision(resident, "living-subsidy", "ELIGIBLE");
        assertThat(outcomes(resident))
                .containsEntry("care-subsidy", "NOT_ELIGIBLE")
                .containsEntry("family-doctor", "ELIGIBLE")
                .containsEntry("employment-assistance", "ELIGIBLE")
                .containsEntry("one-child-one-plan", "NOT_ELIGIBLE");

        Matter change = file("{\"kind\":\"CHANGE\",\"residentId\":\"" + resident + "\"}");
        change.is("FILED").due(in(5));
        change.does(clerk, "accept", "").is("ACCEPTED").withoutClock();
        change.does(clerk, "assign", assigned()).is("AT_HOSPITAL").withoutClock();
        change.does(hospital, "result", limb(2)).is("NOTICE").due(in(5));
        change.noticeEnds();
        change.does(officer, "review", approve()).is("READY").due(in(5));
        assertThat(card(change)).containsEntry("level", "3").containsEntry("status", "ACTIVE");
        change.does(officer, "issue", "").is("ISSUED").withoutClock();
        awaitDecision(resident, "care-subsidy", "ELIGIBLE");

        Matter lost = file("{\"kind\":\"REISSUE\",\"residentId\":\"" + resident + "\"}");
        lost.is("FILED").due(in(5));
        lost.does(clerk, "accept", "").is("READY").due(in(5));
        lost.does(officer, "issue", "").is("ISSUED").withoutClock();
        assertThat(card(lost))
                .containsEntry("level", "2")
                .containsEntry("expiresOn", today.plusYears(10).toString());
        assertThat(card(lost).get("number")).endsWith("B1");

        Matter cancel = file("""
                {"kind":"CANCEL","residentId":"%s","details":{"reason":"OWN_REQUEST"}}""".formatted(resident));
        cancel.is("FILED").due(in(5));
        cancel.does(clerk, "accept", "").is("REVIEW").due(in(10));
        cancel.does(officer, "review", approve()).is("READY").due(in(5));
        cancel.does(officer, "complete", "").is("DONE").withoutClock();
        awaitDecision(resident, "living-subsidy", "NOT_ELIGIBLE");
        awaitDecision(resident, "care-subsidy", "NOT_ELIGIBLE");
        awaitDecision(resident, "employment-assistance", "NOT_ELIGIBLE");

        String first = today.plusMonths(12).toString();
        refuses(clerk.post(MATTERS, "{\"kind\":\"APPLY\",\"residentId\":\"" + resident + "\"}"), "matter-wait", first);
        person.put("category", "LIMB").put("level", 1);
        refuses(officer.post("/api/identity/certificates", person.toString()), "certificate-wait", first);

        List<String> happened = List.of(
                "filed, accepted, assigned, assessed, notice-ended, approved, issued",
                "filed, accepted, assigned, assessed, notice-ended, approved, issued",
                "filed, accepted, issued",
                "filed, accepted, approved, completed");
        assertThat(steps(resident)).isEqualTo(lived);
        assertThat(types(org.huizhu.contracts.Topics.CERTIFICATE_MATTER, resident))
                .isEqualTo(split(happened).stream().map(TELLS::concat).toList());
        assertThat(types(org.huizhu.contracts.Topics.RESIDENT, resident))
                .containsExactly(
                        EventTypes.RESIDENT_UPDATED,
                        EventTypes.CERTIFICATE_ISSUED,
                        EventTypes.CERTIFICATE_LEVEL_CHANGED,
                        EventTypes.CERTIFICATE_REISSUED,
                        EventTypes.CERTIFICATE_CANCELLED);
        assertThat(audited(resident))
                .isEqualTo(split(happened).stream()
                        .map("certificate-matter."::concat)
                        .toList());
    }

    private LocalDate in(int workingDays) {
        return calendar.workingDays(workingDays, today);
    }

    /** Somebody without a certificate, of whom all is known that decides. */
    private ObjectNode applicant() {
        ObjectNode person =
                Registration.ofJoblessInDibaoHousehold(platform.privateWords()).body();
        person.remove(List.of("category", "level", "issuedOn"));
        return person;
    }

    private void designate() throws Exception {
        String path = "/api/identity/hospitals/" + HOSPITAL;
        assertThat(officer.put(path, "{\"name\":\"第一医院\",\"area\":\"610103\",\"categories\":[\"LIMB\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(officer.put(path + "/accounts/" + hospital.subject(), "").status())
                .isEqualTo(204);
    }

    private static String assigned() {
        return "\"hospital\":\"" + HOSPITAL + "\"";
    }

    private static String limb(int level) {
        return "\"assessment\":{\"category\":\"LIMB\",\"level\":" + level + ",\"cause\":\"TRAFFIC_ACCIDENT\"}";
    }

    private static String approve() {
        return "\"decision\":\"APPROVE\"";
    }

    private Matter file(String json) throws Exception {
        return new Matter(clerk.post(MATTERS, json));
    }

    private Map<String, String> card(Matter matter) throws Exception {
        JsonNode card =
                officer.get(MATTERS + "/" + matter.id).json().required("holder").required("card");
        return Map.of(
                "number", card.required("number").asString(),
                "level", card.required("level").asString(),
                "status", card.required("status").asString(),
                "expiresOn", card.required("expiresOn").asString());
    }

    private static void refuses(Caller.Answer answer, String code, String firstDay) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("detail")).contains(firstDay);
    }

    private void awaitDecision(String resident, String programme, String outcome) {
        Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> outcome.equals(outcomes(resident).get(programme)));
    }

    /** Of all four services. */
    private Map<String, String> outcomes(String resident) {
        Benefits benefits = Benefits.of(platform, resident);
        assertThat(benefits.complete()).isTrue();
        Map<String, String> outcomes = new java.util.HashMap<>();
        benefits.decisions()
                .forEach((programme, decision) ->
                        outcomes.put(programme, decision.required("outcome").asString()));
        return outcomes;
    }

    private static List<String> split(List<String> happened) {
        return happened.stream()
                .flatMap(matter -> List.of(matter.split(", ", -1)).stream())
                .toList();
    }

    private List<String> types(String topic, String resident) {
        return platform.topics().all(topic).stream()
                .filter(record -> record.key().equals(resident))
                .map(record -> Topics.headers(record).get("ce_type"))
                .toList();
    }

    /** What the events say of each step and its clock, once all of them are there. */
    private List<String> steps(String resident) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> platform.topics().all(org.huizhu.contracts.Topics.CERTIFICATE_MATTER).stream()
                                .filter(record -> record.key().equals(resident))
                                .map(record -> clock(JsonMapper.shared().readTree(record.value())))
                                .toList(),
                        told -> told.size() >= lived.size());
    }

    private static String clock(JsonNode step) {
        return step.required("step").asString() + " " + step.path("dueOn").asString("");
    }

    /** What was done in this life; that it was read, too, is left out. */
    private List<String> audited(String resident) throws SQLException {
        List<String> actions = new ArrayList<>();
        platform.database(Part.IDENTITY)
                .each(
                        "SELECT action FROM audit_entry WHERE resident_id = '" + resident
                                + "' AND action LIKE 'certificate-matter.%' ORDER BY id",
                        row -> actions.add(row.getString(1)));
        assertThat(actions).contains("certificate-matter.read");
        actions.removeIf("certificate-matter.read"::equals);
        return actions;
    }

    /** A matter as people work on it. */
    private final class Matter {

        private final String id;
        private final String resident;
        private JsonNode last;

        Matter(Caller.Answer filed) {
            assertThat(filed.status()).as(filed.json().toString()).isEqualTo(201);
            id = filed.text("id");
            resident = filed.text("residentId");
            last = filed.json();
            lived.add(clock(last));
        }

        Matter does(Caller who, String action, String members) throws Exception {
            Caller.Answer answer = act(who, action, members);
            assertThat(answer.status()).as(action + ": " + answer.json()).isEqualTo(200);
            last = answer.json();
            lived.add(clock(last));
            return this;
        }

        void refused(Caller who, String action, String members, String code) throws Exception {
            Caller.Answer answer = act(who, action, members);
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(409);
            assertThat(answer.text("code")).isEqualTo(code);
        }

        private Caller.Answer act(Caller who, String action, String members) throws Exception {
            String body = "{\"version\":" + last.required("version") + (members.isEmpty() ? "" : "," + members) + "}";
            return who.post(MATTERS + "/" + id + "/" + action, body);
        }

        /** Yesterday was its last day: the next step finds the matter in review, whose clock has run since then. */
        void noticeEnds() throws SQLException {
            LocalDate yesterday = today.minusDays(1);
            platform.database(Part.IDENTITY)
                    .update("UPDATE certificate_matter SET notice_until = '" + yesterday + "' WHERE id = '" + id
                            + "' AND step = 'NOTICE'");
            lived.add("REVIEW " + calendar.workingDays(10, yesterday));
        }

        Matter is(String step) {
            assertThat(last.required("step").asString()).isEqualTo(step);
            return this;
        }

        void due(LocalDate day) {
            assertThat(last.path("dueOn").asString("")).isEqualTo(day.toString());
        }

        void withoutClock() {
            assertThat(last.has("dueOn")).isFalse();
        }
    }
}
