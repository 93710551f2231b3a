package org.huizhu.local.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The processes of the platform, in the order in which people should read of them. */
public enum Part {
    MARIADB(Kind.SERVER, 380, 3316, Kind.NO_PORT),
    KAFKA(Kind.SERVER, 400, 9092, 9093),
    KEYCLOAK(Kind.SERVER, 520, 8180, 8190),
    IDENTITY(Kind.SERVICE, 320, 8081, Kind.NO_PORT),
    SUBSIDY(Kind.SERVICE, 320, 8082, Kind.NO_PORT),
    REHAB(Kind.SERVICE, 320, 8083, Kind.NO_PORT),
    EMPLOYMENT(Kind.SERVICE, 320, 8084, Kind.NO_PORT),
    EDUCATION(Kind.SERVICE, 320, 8085, Kind.NO_PORT),
    GATEWAY(Kind.GATEWAY, 280, 8080, Kind.NO_PORT);

    private enum Kind {
        SERVER,
        SERVICE,
        GATEWAY;

        private static final int NO_PORT = 0;
    }

    private final Kind kind;
    private final int memory;
    private final int port;
    private final int innerPort;

    Part(Kind kind, int memory, int port, int innerPort) {
        this.kind = kind;
        this.memory = memory;
        this.port = port;
        this.innerPort = innerPort;
    }

    /** The word for it on the command line, in file names and in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part that this word means. */
    public static Optional<Part> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    /** Whether it is a service with facts or decisions and a database of its own. */
    public boolean isService() {
        return kind == Kind.SERVICE;
    }

    /** Whether it is one of ours, started from a jar of this build. */
    public boolean isApplication() {
        return kind != Kind.SERVER;
    }

    /** About how many MiB it takes. */
    public int memory() {
        return memory;
    }

    /** The ports it listens on; the first is the one that others call. */
    public List<Integer> standardPorts() {
        return innerPort == Kind.NO_PORT ? List.of(port) : List.of(port, innerPort);
    }

    String module() {
        return isService() ? word() + "-service" : word();
    }

    static List<Part> applications() {
        return Arrays.stream(values()).filter(Part::isApplication).toList();
    }

    static List<Part> services() {
        return Arrays.stream(values()).filter(Part::isService).toList();
    }
}
