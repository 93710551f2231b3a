package org.huizhu.local.cli;

import java.time.LocalDate;
import java.util.List;
import org.huizhu.local.demo.MadeUpNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each field of a certificate as an option, with a made-up resident as the default. */
final class CertificateOptions {

    private static final String NONE = "none";

    @Option(names = "--name", defaultValue = "示例居民", description = "default: ${DEFAULT-VALUE}")
    private String name = "";

    @Option(names = "--id-number", description = "default: a made-up number of a person born in 1986")
    private @Nullable String idNumber;

    @Option(names = "--phone")
    private @Nullable String phone;

    @Option(names = "--address", description = "the address line")
    private @Nullable String address;

    @Option(
            names = "--hukou",
            paramLabel = "<area>",
            defaultValue = "610103001",
            description = "default: ${DEFAULT-VALUE}")
    private String hukou = "";

    @Option(names = "--hukou-since", paramLabel = "<date>")
    private @Nullable String hukouSince;

    @Option(
            names = "--street",
            paramLabel = "<area>",
            defaultValue = "610103001",
            description = "default: ${DEFAULT-VALUE}")
    private String street = "";

    @Option(names = "--community", paramLabel = "<area>")
    private @Nullable String community;

    @Option(
            names = "--category",
            defaultValue = "LIMB",
            description = "VISION, HEARING, SPEECH, LIMB, INTELLECTUAL, MENTAL or MULTIPLE (default: ${DEFAULT-VALUE})")
    private String category = "";

    @Option(names = "--level", defaultValue = "2", description = "1 (heaviest) to 4 (default: ${DEFAULT-VALUE})")
    private int level;

    @Option(
            names = "--component",
            paramLabel = "<category:level>",
            description = "for MULTIPLE, once for each, such as LIMB:2")
    private List<String> components = List.of();

    @Option(names = "--issued-on", paramLabel = "<date>", description = "default: today")
    private @Nullable String issuedOn;

    @Option(names = "--household", paramLabel = "<number>")
    private @Nullable String household;

    @Option(
            names = "--income",
            defaultValue = "DIBAO",
            description = "DIBAO, EDGE, TEKUN, ABOVE or none for unknown (default: ${DEFAULT-VALUE})")
    private String income = "";

    @Option(names = "--income-since", paramLabel = "<date>")
    private @Nullable String incomeSince;

    @Option(names = "--elder-carer", arity = "1", paramLabel = "true|false")
    private @Nullable Boolean elderCarer;

    @Option(
            names = "--employed-members",
            paramLabel = "<number>",
            defaultValue = "0",
            description = "default: ${DEFAULT-VALUE}")
    private int employedMembers;

    @Option(
            names = "--workable-members",
            paramLabel = "<number>",
            defaultValue = "1",
            description = "default: ${DEFAULT-VALUE}")
    private int workableMembers;

    @Option(
            names = "--employment",
            defaultValue = "JOBLESS",
            description =
                    "EMPLOYED, SELF_EMPLOYED, JOBLESS, STUDENT, RETIRED or none for unknown (default: ${DEFAULT-VALUE})")
    private String employment = "";

    @Option(names = "--employment-since", paramLabel = "<date>")
    private @Nullable String employmentSince;

    @Option(
            names = "--schooling",
            defaultValue = "NONE",
            description =
                    "NONE, PRESCHOOL, PRIMARY, JUNIOR, SENIOR, VOCATIONAL, DIPLOMA or DEGREE (default: ${DEFAULT-VALUE})")
    private String schooling = "";

    @Option(names = "--placement", description = "ORDINARY, SPECIAL or HOME")
    private @Nullable String placement;

    @Option(
            names = "--care-need",
            arity = "1",
            paramLabel = "true|false",
            defaultValue = "true",
            description = "default: ${DEFAULT-VALUE}")
    private boolean careNeed;

    @Option(names = "--care-assessed-on", paramLabel = "<date>", description = "default: today")
    private @Nullable String careAssessedOn;

    @Option(
            names = "--other-benefit",
            paramLabel = "<kind:from[:to]>",
            description = "once for each, such as WORK_INJURY_CARE:2020-01-01")
    private List<String> otherBenefits = List.of();

    @Option(
            names = "--guardian",
            defaultValue = NONE,
            description = "PARENT, SPOUSE, CHILD, RELATIVE, INSTITUTION, COMMITTEE or none (default: ${DEFAULT-VALUE})")
    private String guardian = NONE;

    /** The body of the request. */
    ObjectNode asJson(LocalDate today) {
        var body = new JsonMapper().createObjectNode();
        body.put("category", category)
                .put("level", level)
                .put("issuedOn", issuedOn == null ? today.toString() : issuedOn);
        put(
                put(
                        body.putObject("person")
                                .put("name", name)
                                .put("idNumber", idNumber == null ? MadeUpNumber.next() : idNumber),
                        "phone",
                        phone),
                "addressLine",
                address);
        put(body.putObject("hukou").put("area", hukou), "since", hukouSince);
        put(body.putObject("home").put("street", street), "community", community);
        if (!components.isEmpty()) {
            var array = body.putArray("components");
            components.stream()
                    .map(text -> text.split(":", 2))
                    .forEach(part -> array.addObject()
                            .put("category", part[0])
                            .put("level", part.length < 2 ? 0 : Integer.parseInt(part[1])));
        }
        putSituation(body, today);
        return body;
    }

    private void putSituation(ObjectNode body, LocalDate today) {
        var home = body.putObject("household")
                .put("employedMembers", employedMembers)
                .put("workableMembers", workableMembers);
        put(put(put(home, "number", household), "income", known(income)), "incomeSince", incomeSince);
        if (elderCarer != null) {
            home.put("elderCarer", elderCarer);
        }
        if (known(employment) != null) {
            put(body.putObject("employment").put("status", employment), "since", employmentSince);
        }
        put(body.putObject("schooling").put("stage", schooling), "placement", placement);
        body.putObject("careNeed")
                .put("needed", careNeed)
                .put("assessedOn", careAssessedOn == null ? today.toString() : careAssessedOn);
        var benefits = body.putArray("otherBenefits");
        for (var benefit : otherBenefits) {
            var parts = benefit.split(":", 3);
            var entry = benefits.addObject()
                    .put("kind", parts[0])
                    .put("from", parts.length > 1 ? parts[1] : today.toString());
            entry.put("to", parts.length > 2 ? parts[2] : null);
        }
        if (known(guardian) == null) {
            body.putNull("guardian");
        } else {
            body.putObject("guardian").put("kind", guardian);
        }
    }

    private static ObjectNode put(ObjectNode node, String field, @Nullable String value) {
        return value == null ? node : node.put(field, value);
    }

    private static @Nullable String known(String value) {
        return value.equals(NONE) ? null : value;
    }
}
