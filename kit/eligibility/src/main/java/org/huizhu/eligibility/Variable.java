package org.huizhu.eligibility;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import java.time.LocalDate;
import java.util.List;

/** Something an expression can name, and where its value comes from. */
sealed interface Variable {

    Object value(Facts facts, LocalDate asOf);

    /** The day the assessment is for. */
    record AsOf() implements Variable {
        @Override
        public Object value(Facts facts, LocalDate asOf) {
            return asOf;
        }
    }

    /** A fact; one that the pack presumes to be none is so while it is unknown. */
    record OfFact(FactField field, boolean presumedNone) implements Variable {
        @Override
        public Object value(Facts facts, LocalDate asOf) {
            Object value = facts.value(field);
            return presumedNone && value instanceof CelUnknownSet ? field.none() : value;
        }
    }

    /** Whether a fact is there: not none, not an empty list. */
    record OfPresence(FactField field, boolean presumedAbsent) implements Variable {
        @Override
        public Object value(Facts facts, LocalDate asOf) {
            if (facts.absent(field)) {
                return presumedAbsent ? (Object) false : field.unknown();
            }
            Object json = facts.json(field);
            return json instanceof List<?> list ? !list.isEmpty() : json != null;
        }
    }

    /** A dated value; unknown while none is published. */
    record OfParameter(Parameter parameter) implements Variable {
        static final String UNPUBLISHED = "parameters.";

        @Override
        public Object value(Facts facts, LocalDate asOf) {
            Object value = parameter.on(asOf).value();
            return value == null
                    ? CelUnknownSet.create(CelAttribute.fromQualifiedIdentifier(UNPUBLISHED + parameter.name()))
                    : value;
        }
    }
}
