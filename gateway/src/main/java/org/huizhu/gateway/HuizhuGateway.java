package org.huizhu.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. It needs neither Keycloak nor a service to be up when it starts. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HuizhuGateway {

    static void main(String[] args) {
        SpringApplication.run(HuizhuGateway.class, args);
    }
}
