package org.huizhu.platform.test.servers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Puts the addresses of fresh servers into the context of a class with {@link WithServers}. */
final class ServersCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var descriptor = TestContextAnnotationUtils.findAnnotationDescriptor(testClass, WithServers.class);
        return descriptor == null ? null : new Servers(descriptor.getRootDeclaringClass(), descriptor.getAnnotation());
    }

    /** Equal for the same class only, so that two classes never share a context and with it a database. */
    private record Servers(Class<?> testClass, WithServers wanted) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            TestServers.begin();
            var database = TestServers.database().createDatabase(wanted.database());
            TestServers.broker().deleteTopics();
            var keycloak = wanted.keycloak() ? TestServers.keycloak().baseUrl() : "http://localhost:1";
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password(),
                            "spring.kafka.bootstrap-servers="
                                    + TestServers.broker().bootstrapServers(),
                            "huizhu.crypto.master-key-file=" + TestServers.masterKeyFile(),
                            "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + keycloak + "/realms/huizhu")
                    .applyTo(context);
        }
    }
}
