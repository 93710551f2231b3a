package org.huizhu.local.cli;

import java.nio.file.Path;
import org.huizhu.local.platform.LocalPlatform;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.servers.Distribution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which platform a command is about. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "<directory>",
            defaultValue = "${HUIZHU_HOME}",
            description = "Where this platform keeps everything (default: .huizhu in the project, or HUIZHU_HOME).")
    private @Nullable Path directory;

    LocalPlatform platform() {
        return new LocalPlatform(home());
    }

    PlatformHome home() {
        var place = directory == null || directory.toString().isBlank()
                ? Distribution.project().resolve(".huizhu")
                : directory;
        return PlatformHome.at(place);
    }
}
