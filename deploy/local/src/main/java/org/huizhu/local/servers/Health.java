package org.huizhu.local.servers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a server on this machine whether it is well; cheap enough to be asked ten times a second. */
public final class Health {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 5_000;

    private Health() {}

    /** Whether the address answers with 200. */
    public static boolean isOk(String address) {
        try {
            // Not HttpClient: each new one reads all trusted certificates first, which costs more than a start can
            // spare.
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
