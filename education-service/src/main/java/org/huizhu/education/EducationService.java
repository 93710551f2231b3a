package org.huizhu.education;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class EducationService {

    static void main(String[] arguments) {
        SpringApplication.run(EducationService.class, arguments);
    }
}
