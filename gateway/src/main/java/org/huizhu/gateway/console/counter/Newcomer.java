package org.huizhu.gateway.console.counter;

import jakarta.validation.constraints.NotBlank;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huizhu.gateway.console.TypedNumber;

/** Somebody at the window who is not on file yet. Never to be logged. */
record Newcomer(
        @NotBlank(message = "{console.missing.name}") String name,
        @NotBlank(message = "{console.missing.idNumber}") String idNumber,
        String phone,
        String addressLine,
        @NotBlank(message = "{console.missing.hukouArea}") String hukouArea,
        @NotBlank(message = "{console.missing.street}") String street,
        String community) {

    static Newcomer withNumber(String number) {
        return new Newcomer("", number, "", "", "", "", "");
    }

    /** The body that identity understands. */
    Map<String, Object> asRequest() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", name);
        person.put("idNumber", TypedNumber.of(idNumber).compact());
        put(person, "phone", phone);
        put(person, "addressLine", addressLine);
        Map<String, Object> home = new LinkedHashMap<>();
        home.put("street", street);
        put(home, "community", community);
        return Map.of("person", person, "hukou", Map.of("area", hukouArea), "home", home);
    }

    private static void put(Map<String, Object> part, String name, String value) {
        if (!value.isEmpty()) {
            part.put(name, value);
        }
    }

    @Override
    public String toString() {
        return "Newcomer[…]";
    }
}
