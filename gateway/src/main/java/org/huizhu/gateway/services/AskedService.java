package org.huizhu.gateway.services;

import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** A service that decides benefits and is asked at the same time as the others. */
public final class AskedService {

    private final String name;
    private final RestClient http;
    private final ServiceGuard guard;
    private final ServiceGuard patient;

    AskedService(String name, RestClient http, ServiceGuard guard, ServiceGuard patient) {
        this.name = name;
        this.http = http;
        this.guard = guard;
        this.patient = patient;
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

    /**
     * The same, for what may take as long as a call by itself.
     *
     * @throws ServiceFailure if the service did not answer or was not asked
     */
    public ResponseEntity<byte[]> askPatiently(Function<RestClient, ResponseEntity<byte[]>> question) throws Exception {
        return patient.call(() -> question.apply(http));
    }
}
