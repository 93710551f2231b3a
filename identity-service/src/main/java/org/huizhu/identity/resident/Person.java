package org.huizhu.identity.resident;

import org.huizhu.identity.number.IdNumber;
import org.jspecify.annotations.Nullable;

/** Who somebody is: everything here is sealed where it is stored and told to no other service. */
public record Person(
        String name,
        IdNumber idNumber,
        @Nullable String phone,
        @Nullable String addressLine) {

    /** This person as told now; what is not told stays. */
    Person updatedBy(Person told) {
        return new Person(
                told.name,
                idNumber,
                told.phone == null ? phone : told.phone,
                told.addressLine == null ? addressLine : told.addressLine);
    }

    /** Nothing of a person belongs in a log. */
    @Override
    public String toString() {
        return "Person[" + idNumber + "]";
    }
}
