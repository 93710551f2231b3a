package org.huizhu.local.cli;

import java.io.PrintWriter;
import org.huizhu.local.demo.DemoAccounts;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;

/** What to open and as whom, once everything is ready. */
final class Welcome {

    private final PlatformHome home;

    Welcome(PlatformHome home) {
        this.home = home;
    }

    void print(PrintWriter out) {
        out.printf(
                """

                Huizhu is ready.

                  Portal      %1$s
                  API         %1$s/api/…
                  Keycloak    %2$s  (admin / see %3$s)
                  Database    127.0.0.1:%4$d  (root / see %5$s)
                  Kafka       127.0.0.1:%6$d

                Demo accounts, password %7$s:
                  resident · guardian · community · street · federation · civil · finance · policy · auditor · operator

                Try next:  ./huizhu issue      one certificate, and what each service decides
                           ./huizhu status     what runs
                           ./huizhu down       stop; data stay
                """,
                home.publicUrl(Part.GATEWAY),
                home.publicUrl(Part.KEYCLOAK),
                secret("keycloak-admin"),
                home.port(Part.MARIADB),
                secret("mariadb-root"),
                home.port(Part.KAFKA),
                DemoAccounts.PASSWORD);
        out.flush();
    }

    private String secret(String name) {
        return home.servers().secrets().file(name).toString();
    }
}
