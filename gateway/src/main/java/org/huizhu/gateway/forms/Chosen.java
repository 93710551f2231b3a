package org.huizhu.gateway.forms;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** One of the choices must have been made: for a nullable enum, which is null as long as none was. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Chosen.Rule.class)
public @interface Chosen {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds the choice against the rule. */
    final class Rule implements ConstraintValidator<Chosen, Enum<?>> {
        @Override
        public boolean isValid(@Nullable Enum<?> choice, ConstraintValidatorContext context) {
            return choice != null;
        }
    }
}
