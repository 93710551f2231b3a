package org.huizhu.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Sends people to Keycloak in the language in which they were reading. */
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver requests;
    private final LocaleResolver languages;

    SignInRequests(ClientRegistrationRepository clients, LocaleResolver languages) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(clients);
        this.languages = languages;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return inLanguage(requests.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String clientRegistrationId) {
        return inLanguage(requests.resolve(request, clientRegistrationId), request);
    }

    private @Nullable OAuth2AuthorizationRequest inLanguage(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        if (asked == null) {
            return null;
        }
        // Without the variant for plain words, which Keycloak does not know.
        Locale reader = languages.resolveLocale(request);
        String language = Locale.of(reader.getLanguage(), reader.getCountry()).toLanguageTag();
        return OAuth2AuthorizationRequest.from(asked)
                .additionalParameters(parameters -> parameters.put("ui_locales", language))
                .build();
    }
}
