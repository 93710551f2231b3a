package org.huizhu.contracts;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Makes the reader demand what the records declare: a component that is neither {@link Nullable} nor a {@link Fact} must
 * be there and must not be null. Without it a record could hold a null that the compiler has ruled out.
 */
final class DeclaredNullness extends NopAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isDemanded(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return isDemanded(member) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
    }

    private static boolean isDemanded(Annotated member) {
        if (!(member instanceof AnnotatedParameter parameter)
                || !parameter.getDeclaringClass().isRecord()
                || Fact.class.isAssignableFrom(parameter.getRawType())) {
            return false;
        }
        AnnotatedType[] declared = ((Executable) parameter.getOwner().getAnnotated()).getAnnotatedParameterTypes();
        return !declared[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
