package org.huizhu.gateway.forms;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something must have been typed into a date. Whether it is a day is the matter of {@link RealDay}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = GivenDay.Rule.class)
public @interface GivenDay {

    String message() default "{form.day.missing}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds the typed parts against the rule. */
    final class Rule implements ConstraintValidator<GivenDay, DateParts> {
        @Override
        public boolean isValid(DateParts typed, ConstraintValidatorContext context) {
            return !typed.isBlank();
        }
    }
}
