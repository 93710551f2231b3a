package org.huizhu.identity.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Who a resident is, in clear: for those who may see it, and once they do it is on record. Never to be logged. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonInFull(
        String residentId,
        String name,
        String idNumber,
        @Nullable String phone,
        @Nullable String addressLine,
        @Nullable String certificateNumber) {

    static PersonInFull of(Resident resident) {
        Person person = resident.person();
        return new PersonInFull(
                resident.id(),
                person.name(),
                person.idNumber().value(),
                person.phone(),
                person.addressLine(),
                resident.certificates()
                        .current()
                        .map(card -> card.numberOf(person.idNumber()).value())
                        .orElse(null));
    }

    @Override
    public String toString() {
        return "PersonInFull[" + residentId + "]";
    }
}
