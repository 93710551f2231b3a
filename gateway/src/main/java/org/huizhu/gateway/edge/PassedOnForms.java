package org.huizhu.gateway.edge;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.filter.FormFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Spring Cloud Gateway takes what a form sends out of the parameters and puts it back into the body, so that it can be
 * passed on. Forms of pages are read here: for them it must not.
 */
@Configuration(proxyBeanMethods = false)
class PassedOnForms {

    @Bean
    static FilterRegistrationBean<FormFilter> formsPassedOnUnderApiOnly(FormFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(filter.getOrder());
        registration.addUrlPatterns("/api/*");
        return registration;
    }
}
