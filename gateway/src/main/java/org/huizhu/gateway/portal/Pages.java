package org.huizhu.gateway.portal;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pages remember the language that was asked for; the API does not. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private final Language language;

    Pages(Language language) {
        this.language = language;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(language).excludePathPatterns("/api/**", "/assets/**", "/webjars/**", "/actuator/**");
    }
}
