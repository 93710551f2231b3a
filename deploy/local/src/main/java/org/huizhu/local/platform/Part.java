package org.huizhu.local.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The processes of the platform, in the order in which people should read of them. */
public enum Part {
    MARIADB(Kind.SERVER, 380, 3316),
    KAFKA(Kind.SERVER, 400, 9092, 9093),
    KEYCLOAK(Kind.SERVER, 520, 8180, 8190),
    IDENTITY(Kind.SERVICE, 320, 8081),
    SUBSIDY(Kind.SERVICE, 320, 8082),
    REHAB(Kind.SERVICE, 320, 8083),
    EMPLOYMENT(Kind.SERVICE, 320, 8084),
    EDUCATION(Kind.SERVICE, 320, 8085),
    GATEWAY(Kind.GATEWAY, 280, 8080);

    private enum Kind {
        SERVER,
        SERVICE,
        GATEWAY
    }

    private final Kind kind;
    private final int memory;
    private final List<Integer> ports;

    Part(Kind kind, int memory, Integer... ports) {
        this.kind = kind;
        this.memory = memory;
        this.ports = List.of(ports);
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
        return ports;
    }

    String module() {
        return isService() ? word() + "-service" : word();
    }

    static List<Part> services() {
        return Arrays.stream(values()).filter(Part::isService).toList();
    }
}
