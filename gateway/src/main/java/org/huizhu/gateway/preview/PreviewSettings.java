package org.huizhu.gateway.preview;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code open}: whether everybody may look at the components; else only operators may. */
@ConfigurationProperties("huizhu.gateway.preview")
record PreviewSettings(boolean open) {}
