package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessTest extends GatewayTest {

    @Autowired
    ApplicationContext context;

    @Test
    void every_endpoint_says_who_may_call_it() {
        for (HandlerMapping mapping :
                context.getBeansOfType(HandlerMapping.class).values()) {
            switch (mapping) {
                case AbstractWebMvcEndpointHandlerMapping machine ->
                    machine.getHandlerMethods()
                            .keySet()
                            .forEach(info -> assertThat(paths(info)).allMatch(path -> path.startsWith("/actuator")));
                case RequestMappingHandlerMapping controllers ->
                    controllers.getHandlerMethods().forEach(AccessTest::saysWhoMayCall);
                case RouterFunctionMapping routes ->
                    assertThat(routes.getRouterFunction().toString()).contains("/api/");
                case AbstractUrlHandlerMapping files ->
                    assertThat(files.getHandlerMap().keySet()).isSubsetOf("/assets/**", "/webjars/**", "/", "/**");
                default ->
                    assertThat(mapping.getClass().getSimpleName())
                            .isIn(
                                    "BeanNameUrlHandlerMapping",
                                    "WelcomePageHandlerMapping",
                                    "WelcomePageNotAcceptableHandlerMapping");
            }
        }
    }

    private static void saysWhoMayCall(RequestMappingInfo info, HandlerMethod method) {
        if (method.getBeanType().getPackageName().startsWith("org.huizhu")) {
            assertThat(method.hasMethodAnnotation(PreAuthorize.class))
                    .as("%s %s has no @PreAuthorize", info, method)
                    .isTrue();
        }
    }

    private static List<String> paths(RequestMappingInfo info) {
        return List.copyOf(info.getPatternValues());
    }

    @Test
    void nobody_passes_without_being_asked_who_they_are() {
        Map<String, Integer> answers = Map.of(
                "/",
                200,
                "/benefits",
                302,
                "/residents/" + RESIDENT + "/benefits",
                302,
                "/api/identity/x",
                401,
                "/api/subsidy/x",
                401,
                "/api/rehab/x",
                401,
                "/api/employment/x",
                401,
                "/api/education/x",
                401,
                "/api/residents/" + RESIDENT + "/benefits",
                401,
                "/api/nowhere",
                401);

        answers.forEach((path, status) ->
                assertThat(browser().get(path).statusCode()).as(path).isEqualTo(status));
    }
}
