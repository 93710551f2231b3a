package org.huizhu.gateway;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the gateway. It needs its database, and neither Keycloak nor a service to be up when it starts. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HuizhuGateway {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    static void main(String[] args) {
        SpringApplication.run(HuizhuGateway.class, args);
    }
}
