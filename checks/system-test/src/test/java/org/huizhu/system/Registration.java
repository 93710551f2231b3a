package org.huizhu.system;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huizhu.local.demo.MadeUpNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A made-up person: jobless, level 2 for the limbs, of a dibao household, in need of care. */
record Registration(ObjectNode body) {

    private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

    static Registration ofJoblessInDibaoHousehold(PrivateWords privateWords) {
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        String idNumber = newNumber();
        String address = "碑林区系统测试路" + idNumber.substring(12, 17) + "号";
        String phone = "1990" + idNumber.substring(10, 17);
        String name = "令狐测验";
        privateWords.add(name, idNumber, phone, address);
        ObjectNode body = new JsonMapper().createObjectNode();
        body.put("category", "LIMB").put("level", 2).put("issuedOn", today);
        body.putObject("person")
                .put("name", name)
                .put("idNumber", idNumber)
                .put("phone", phone)
                .put("addressLine", address);
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
        return new Registration(body);
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

    /** Issues the certificate; gives the resident's id. */
    String issue(Platform platform) {
        JsonNode answer = platform.api().post("/api/identity/certificates", body);
        return answer.required("residentId").asString();
    }
}
