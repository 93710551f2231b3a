package org.huizhu.gateway.services;

import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** A service that decides benefits and is asked at the same time as the others. */
public final class AskedService {

    private final String name;
    private final RestClient http;
    private final ServiceGuard guard;

    AskedService(String name, RestClient http, ServiceGuard guard) {
        this.name = name;
        this.http = http;
        this.guard = guard;
    }

    public String name() {
        return name;
    }

    /**
     * The answer under the service's guard; an error status is an answer too.
     *
     * @throws ServiceFailure if the service did not answer or was not asked
     */
    public ResponseEntity<byte[]> ask(Function<RestClient, ResponseEntity<byte[]>> question) throws Exception {
        return guard.call(() -> question.apply(http));
    }
}
