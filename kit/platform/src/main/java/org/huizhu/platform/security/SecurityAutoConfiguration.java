package org.huizhu.platform.security;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.huizhu.platform.problem.ProblemTexts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.IpAddressAuthorizationManager;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@EnableMethodSecurity
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityAutoConfiguration {

    @Bean
    Access access(ObjectProvider<ResidentHomes> homes, ObjectProvider<Delegations> delegations, InstantSource clock) {
        return new Access(homes, delegations, clock);
    }

    /** Keys are fetched when the first token comes, so that a service starts while Keycloak is away. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            SecuritySettings settings,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(
                        IssuerKeys.at(issuer + "/protocol/openid-connect/certs"))
                .build();
        decoder.setJwtValidator(validator(settings, issuer));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(SecuritySettings settings, String issuer) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())));
    }

    @Bean
    SecurityFilterChain api(HttpSecurity http, ProblemTexts texts, LocaleResolver locales, JsonMapper json)
            throws Exception {
        var refusals = new RefusalWriter(texts, locales, json);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(AuthorizationManagers.anyOf(
                                IpAddressAuthorizationManager.hasIpAddress("127.0.0.0/8"),
                                IpAddressAuthorizationManager.hasIpAddress("::1"),
                                AuthorityAuthorizationManager.hasRole("operator")))
                        // What everybody may know; see org.huizhu.platform.assess.
                        .requestMatchers(HttpMethod.POST, "/api/*/assess")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/*/programmes")
                        .permitAll()
                        // Whether a certificate is valid, for whoever was given a code.
                        .requestMatchers(HttpMethod.GET, "/api/identity/verifications/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(sayingWhyTokensCannotBeChecked(refusals))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(roles())))
                .build();
    }

    /** Left to itself the filter throws when it cannot check a token, and the caller reads of an unexpected failure. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> sayingWhyTokensCannotBeChecked(
            RefusalWriter refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
                filter.setAuthenticationFailureHandler(refusals::commence);
                return filter;
            }
        };
    }

    private static JwtAuthenticationConverter roles() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(
                token -> Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.<String>of()).stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .map(GrantedAuthority.class::cast)
                        .toList());
        return converter;
    }
}
