package org.huizhu.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the test's constructor the one running {@link Platform}, which starts with the first class that asks for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnPlatform.Start.class)
@interface OnPlatform {

    /** The root store closes the platform after the last class, whatever failed. */
    final class Start implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Platform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Platform.class))
                    .computeIfAbsent(Started.class, key -> new Started(), Started.class)
                    .platform();
        }
    }

    /** A start that failed fails every test; it is not tried again for each. */
    final class Started implements AutoCloseable {

        private final Platform platform = new Platform();
        private @Nullable RuntimeException failure;

        Started() {
            try {
                platform.up();
            } catch (RuntimeException e) {
                failure = e;
            }
        }

        Platform platform() {
            if (failure != null) {
                throw failure;
            }
            return platform;
        }

        @Override
        public void close() {
            platform.close();
        }
    }
}
