package org.huizhu.subsidy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class SubsidyService {

    static void main(String[] arguments) {
        SpringApplication.run(SubsidyService.class, arguments);
    }
}
