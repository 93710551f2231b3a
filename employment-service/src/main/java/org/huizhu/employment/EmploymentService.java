package org.huizhu.employment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class EmploymentService {

    static void main(String[] arguments) {
        SpringApplication.run(EmploymentService.class, arguments);
    }
}
