package org.huizhu.gateway.portal.acting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a {@link Whom} to a controller method that asks for one, and puts it into the model as {@code whom}. */
@Component
class WhomArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ObjectProvider<Acting> acting;

    WhomArgument(ObjectProvider<Acting> acting) {
        this.acting = acting;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Whom.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Whom whom = acting.getObject()
                .now(
                        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                        LocaleContextHolder.getLocale());
        Objects.requireNonNull(container).addAttribute("whom", whom);
        return whom;
    }
}
