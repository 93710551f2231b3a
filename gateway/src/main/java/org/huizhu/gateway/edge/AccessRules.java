package org.huizhu.gateway.edge;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.huizhu.gateway.access.EndKeycloakSession;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may pass: programs with a bearer token or a browser's session under {@code /api}, anybody where facts are assessed
 * and programmes are listed, and with a code at the validity of a certificate, people with a session on the
 * pages, the machine's own network at the metrics. Each controller method says the rest itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class AccessRules {

    private static final String SIGN_IN = "/oauth2/authorization/keycloak";

    /** Without a session a foreign page has nothing to abuse; a request with a bearer token is exempt anyway. */
    private static final RequestMatcher CHANGES_WITH_A_SESSION = new AndRequestMatcher(
            CsrfFilter.DEFAULT_CSRF_MATCHER, AccessRules::hasSession, request -> !OpenForms.matches(request));

    private final SecurityHeaders headers;
    private final RateLimit rateLimit;

    AccessRules(SecurityHeaders headers, RateLimit rateLimit) {
        this.headers = headers;
        this.rateLimit = rateLimit;
    }

    @Bean
    @Order(1)
    SecurityFilterChain machineRules(HttpSecurity http, ManagementSettings management) {
        return http.securityMatcher("/actuator/**")
                .headers(headers)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(management::isNear)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiRules(
            HttpSecurity http,
            ApiRefusals refusals,
            JwtAuthenticationConverter roles,
            RefusedTokenLimit refusedTokenLimit) {
        return http.securityMatcher("/api/**")
                .headers(headers)
                .csrf(AccessRules::sessionsOnly)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/assess", "/api/programmes")
                        .permitAll()
                        .requestMatchers(AnybodysQuestions::matches)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(roles)))
                .addFilterBefore(refusedTokenLimit, BearerTokenAuthenticationFilter.class)
                .addFilterBefore(rateLimit, AuthorizationFilter.class)
                .build();
    }

    /** Nothing lies behind the last rule: each page carries its own, which a test sees to; what is not there is a 404. */
    @Bean
    @Order(3)
    SecurityFilterChain pageRules(
            HttpSecurity http,
            EndKeycloakSession endKeycloakSession,
            SignInRequests signInRequests,
            SignInLimit signInLimit) {
        var keepTyped = new KeepTyped(SIGN_IN);
        return http.headers(headers)
                .csrf(AccessRules::sessionsOnly)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(keepTyped).accessDeniedHandler(keepTyped))
                .authorizeHttpRequests(rules -> rules.requestMatchers("/benefits", "/residents/**", "/me", "/me/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2Login(login -> login.loginPage(SIGN_IN)
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(signInRequests))
                        .failureUrl("/sign-in-failed"))
                .logout(logout -> logout.addLogoutHandler(endKeycloakSession).logoutSuccessUrl("/?signed-out"))
                .addFilterBefore(signInLimit, OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterBefore(rateLimit, AuthorizationFilter.class)
                .build();
    }

    private static void sessionsOnly(CsrfConfigurer<HttpSecurity> csrf) {
        csrf.requireCsrfProtectionMatcher(CHANGES_WITH_A_SESSION);
    }

    private static boolean hasSession(HttpServletRequest request) {
        return request.getSession(false) != null;
    }

    /** The limits stand inside the security chains, not also in front of them. */
    @Bean
    static FilterRegistrationBean<RateLimit> rateLimitOnlyInsideTheChains(RateLimit rateLimit) {
        return notByItself(rateLimit);
    }

    @Bean
    static FilterRegistrationBean<SignInLimit> signInLimitOnlyInsideTheChains(SignInLimit signInLimit) {
        return notByItself(signInLimit);
    }

    @Bean
    static FilterRegistrationBean<RefusedTokenLimit> refusedTokenLimitOnlyInsideTheChains(RefusedTokenLimit limit) {
        return notByItself(limit);
    }

    private static <F extends Filter> FilterRegistrationBean<F> notByItself(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
