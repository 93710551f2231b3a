package org.huizhu.local.cli;

import org.huizhu.local.platform.LocalPlatform;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;

/** For commands that need the platform up. */
final class Running {

    private Running() {}

    static PlatformHome required(LocalPlatform platform) {
        if (!platform.isReady(Part.GATEWAY) || !platform.isReady(Part.KEYCLOAK)) {
            throw new Refusal("The platform is not up: start it with ./huizhu up.");
        }
        return platform.home();
    }
}
