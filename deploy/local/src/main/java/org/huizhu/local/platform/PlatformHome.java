package org.huizhu.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huizhu.local.servers.ServerHome;

/**
 * One platform of this machine: where it keeps things and which ports it has.
 *
 * @param servers directories
 * @param portOffset added to every standard port
 */
public record PlatformHome(ServerHome servers, int portOffset) {

    private static final String OFFSET = "port-offset";

    /** The platform in this directory, with the ports that it was given when first used. */
    public static PlatformHome at(Path directory) {
        var file = directory.resolve(OFFSET);
        try {
            var offset =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            return new PlatformHome(new ServerHome(directory, directory), offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same directory with other ports, which later calls will find. */
    public PlatformHome withPortOffset(int offset) {
        try {
            Files.createDirectories(directory());
            Files.writeString(directory().resolve(OFFSET), offset + "\n");
            return new PlatformHome(servers, offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same platform with unpacked programs that are shared with others. */
    public PlatformHome withBinaries(Path binaries) {
        return new PlatformHome(new ServerHome(directory(), binaries), portOffset);
    }

    public Path directory() {
        return servers.directory();
    }

    /** The port under which others call the part. */
    public int port(Part part) {
        return ports(part).getFirst();
    }

    public List<Integer> ports(Part part) {
        return part.standardPorts().stream().map(port -> port + portOffset).toList();
    }

    /** The address of one of our applications, for programs. */
    public String url(Part part) {
        return "http://127.0.0.1:" + port(part);
    }

    /** The address of one of our applications or Keycloak, for people: cookies and redirects belong to this name. */
    public String publicUrl(Part part) {
        return "http://localhost:" + port(part);
    }

    /** The issuer of every token. */
    public String issuer() {
        return publicUrl(Part.KEYCLOAK) + "/realms/huizhu";
    }

    public String clientSecret(String clientId) {
        return servers.secrets().value("client-" + clientId);
    }
}
