package org.huizhu.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhu.local.demo.DemoAccounts;

/** A browser with a session of its own that looks at one page. */
final class Visitor {

    private static final String NAME = "resident";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, Visitor::asOnThisMachine))
            .followRedirects(Redirect.NORMAL)
            .build();
    private final URI page;

    /** To browsers this machine is safe without TLS, so they send back what is marked as secure. */
    private static boolean asOnThisMachine(URI from, HttpCookie cookie) {
        cookie.setSecure(false);
        return CookiePolicy.ACCEPT_ORIGINAL_SERVER.shouldAccept(from, cookie);
    }

    private Visitor(URI page) {
        this.page = page;
    }

    /** Opens the page, signs in at Keycloak on the way, and has the page before it. */
    static Visitor signedIn(String page) throws IOException, InterruptedException {
        var visitor = new Visitor(URI.create(page));
        HttpResponse<String> form =
                visitor.http.send(HttpRequest.newBuilder(visitor.page).build(), BodyHandlers.ofString());
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("no sign-in form at " + form.uri().getPath());
        }
        String typed =
                "username=" + NAME + "&password=" + URLEncoder.encode(DemoAccounts.PASSWORD, StandardCharsets.UTF_8);
        HttpResponse<Void> answer = visitor.http.send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(typed))
                        .build(),
                BodyHandlers.discarding());
        if (!answer.uri().getPath().equals(visitor.page.getPath()) || answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "not signed in but led to " + answer.uri().getPath());
        }
        return visitor;
    }

    /** How long the page took, from sending the request until its last byte. */
    Duration look() throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(page).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        var took = Duration.ofNanos(System.nanoTime() - start);
        if (answer.statusCode() != 200 || !answer.uri().equals(page)) {
            throw new IllegalStateException("the page answered " + answer.statusCode());
        }
        return took;
    }
}
