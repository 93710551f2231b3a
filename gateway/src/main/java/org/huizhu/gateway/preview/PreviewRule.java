package org.huizhu.gateway.preview;

import org.springframework.stereotype.Component;

/** Whether the preview is open to everybody. */
@Component("preview")
class PreviewRule {

    private final PreviewSettings settings;

    PreviewRule(PreviewSettings settings) {
        this.settings = settings;
    }

    public boolean isOpen() {
        return settings.open();
    }
}
