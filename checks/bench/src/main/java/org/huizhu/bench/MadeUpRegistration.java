package org.huizhu.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.huizhu.local.demo.MadeUpNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The request to issue a certificate to a made-up jobless person of a dibao household. */
final class MadeUpRegistration {

    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

    private MadeUpRegistration() {}

    static JsonNode next() {
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("category", "LIMB").put("level", 2).put("issuedOn", today);
        body.putObject("person")
                .put("name", "示例居民")
                .put("idNumber", newNumber())
                .put("phone", "199" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000))
                .put("addressLine", "碑林区示例路1号");
        body.putObject("hukou").put("area", "610103001");
        body.putObject("home").put("street", "610103001").put("community", "610103001001");
        body.putObject("household")
                .put("income", "DIBAO")
                .put("employedMembers", 0)
                .put("workableMembers", 1);
        body.putObject("employment").put("status", "JOBLESS");
        body.putObject("schooling").put("stage", "NONE");
        body.putObject("careNeed").put("needed", true).put("assessedOn", today);
        body.putArray("otherBenefits");
        body.putNull("guardian");
        return body;
    }

    /** There are few enough of them that one may come twice. */
    private static String newNumber() {
        while (true) {
            String number = MadeUpNumber.next();
            if (GIVEN.add(number)) {
                return number;
            }
        }
    }
}
