package org.huizhu.platform.test.servers;

import java.util.Optional;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Lets Keycloak, which takes longest to start, start beside the first classes of a run of which a later one wants it. */
public final class EarlyKeycloak implements TestExecutionListener {

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        boolean wanted = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .anyMatch(EarlyKeycloak::wantsKeycloak);
        TestServers.keycloakWillBeWanted(wanted);
    }

    private static boolean wantsKeycloak(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass())
                .flatMap(found ->
                        Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(found, WithServers.class)))
                .filter(WithServers::keycloak)
                .isPresent();
    }
}
