package org.huizhu.platform.test.servers;

import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Closes the context after the outermost test class that uses it. */
final class ContextClosingListener implements TestExecutionListener {

    @Override
    public void afterTestClass(TestContext context) {
        if (context.getTestClass().getEnclosingClass() == null && context.hasApplicationContext()) {
            context.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        }
    }
}
