package org.huizhu.platform.test.servers;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether Docker really runs here: a command line without a daemon is common and of no use. */
final class Docker {

    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private Docker() {}

    static boolean isUsable() {
        var remote = System.getenv("DOCKER_HOST");
        if (remote != null && !remote.startsWith("unix:")) {
            return true;
        }
        var socket = remote == null ? SOCKET : Path.of(remote.substring("unix://".length()));
        return Files.exists(socket) && answersPing(socket);
    }

    private static boolean answersPing(Path socket) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(StandardCharsets.US_ASCII.encode("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n"));
            var answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), StandardCharsets.US_ASCII).contains(" 200 ");
        } catch (IOException e) {
            return false;
        }
    }
}
