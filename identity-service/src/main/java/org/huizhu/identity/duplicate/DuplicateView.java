package org.huizhu.identity.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.huizhu.contracts.Fact;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.MergeField;
import org.huizhu.identity.resident.Person;
import org.huizhu.identity.resident.Situation;
import org.jspecify.annotations.Nullable;

/** A pair side by side, masked: what cannot be shown can still be said to be the same or not. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DuplicateView(
        String id,
        Duplicate.Status status,
        List<Likeness> reasons,
        Instant foundAt,
        @Nullable String survivor,
        HeldFile.Brief first,
        HeldFile.Brief second,
        @Nullable List<FieldView> fields) {

    /** A field of both; of what identifies somebody only whether it is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldView(
            MergeField field,
            boolean same,
            @Nullable Object first,
            @Nullable Object second) {}

    static DuplicateView brief(Duplicate pair, HeldFile first, HeldFile second) {
        return of(pair, first, second, null);
    }

    static DuplicateView whole(Duplicate pair, HeldFile first, HeldFile second) {
        List<FieldView> fields = new ArrayList<>();
        person(fields, MergeField.NAME, first, second, Person::name);
        person(fields, MergeField.PHONE, first, second, Person::phone);
        person(fields, MergeField.ADDRESS_LINE, first, second, Person::addressLine);
        fact(fields, MergeField.HUKOU, first, second, Situation::hukou);
        fact(fields, MergeField.HOME, first, second, Situation::home);
        fields.add(new FieldView(
                MergeField.HOUSEHOLD,
                Objects.equals(first.household(), second.household()),
                first.household(),
                second.household()));
        fact(fields, MergeField.EMPLOYMENT, first, second, Situation::employment);
        fact(fields, MergeField.SCHOOLING, first, second, Situation::schooling);
        fact(fields, MergeField.CARE_NEED, first, second, Situation::careNeed);
        fact(fields, MergeField.GUARDIAN, first, second, Situation::guardian);
        fact(fields, MergeField.OTHER_BENEFITS, first, second, Situation::otherBenefits);
        fact(fields, MergeField.IMPRISONMENT, first, second, Situation::imprisonment);
        return of(pair, first, second, fields);
    }

    private static DuplicateView of(Duplicate pair, HeldFile first, HeldFile second, @Nullable List<FieldView> fields) {
        return new DuplicateView(
                pair.id(),
                pair.status(),
                pair.reasons(),
                pair.foundAt(),
                pair.survivor(),
                first.brief(),
                second.brief(),
                fields);
    }

    private static void person(
            List<FieldView> fields,
            MergeField field,
            HeldFile first,
            HeldFile second,
            Function<Person, @Nullable String> part) {
        String one = part.apply(first.person());
        String other = part.apply(second.person());
        fields.add(new FieldView(field, Objects.equals(one, other), one != null, other != null));
    }

    private static void fact(
            List<FieldView> fields,
            MergeField field,
            HeldFile first,
            HeldFile second,
            Function<Situation, Fact<?>> part) {
        Fact<?> one = part.apply(first.situation());
        Fact<?> other = part.apply(second.situation());
        fields.add(new FieldView(field, one.equals(other), shown(one), shown(other)));
    }

    private static @Nullable Object shown(Fact<?> fact) {
        return switch (fact) {
            case Fact.Unknown<?> unknown -> null;
            case Fact.None<?> none -> "NONE";
            case Fact.Known<?>(Object value) -> value;
        };
    }
}
