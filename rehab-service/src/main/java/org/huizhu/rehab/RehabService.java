package org.huizhu.rehab;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class RehabService {

    static void main(String[] arguments) {
        SpringApplication.run(RehabService.class, arguments);
    }
}
