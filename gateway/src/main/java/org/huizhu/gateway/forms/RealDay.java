package org.huizhu.gateway.forms;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What was typed must be a day that exists; nothing typed is fine. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RealDay.Rule.class)
public @interface RealDay {

    String message() default "{form.day.unreal}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds the typed parts against the rule. */
    final class Rule implements ConstraintValidator<RealDay, DateParts> {
        @Override
        public boolean isValid(DateParts typed, ConstraintValidatorContext context) {
            return typed.isBlank() || typed.date().isPresent();
        }
    }
}
