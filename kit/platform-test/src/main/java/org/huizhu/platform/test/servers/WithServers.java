package org.huizhu.platform.test.servers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestExecutionListeners;

/**
 * Gives a Spring test class real servers: a database of its own, a broker without topics, a master key. Sets {@code
 * spring.datasource.*}, {@code spring.kafka.bootstrap-servers}, {@code huizhu.crypto.master-key-file} and the token
 * issuer. The context is closed after the class, so that no listener of it meets the next class's records.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextCustomizerFactories(ServersCustomizerFactory.class)
@TestExecutionListeners(
        listeners = ContextClosingListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface WithServers {

    /** How the database's name begins. */
    String database() default "test";

    /** Whether a real Keycloak is needed; without it nothing listens at the issuer's address. */
    boolean keycloak() default false;
}
