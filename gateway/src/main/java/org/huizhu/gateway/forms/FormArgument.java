package org.huizhu.gateway.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a {@code Form<…>} to a controller method that asks for one, and puts it into the model as {@code form}. */
@Component
class FormArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Forms forms;

    FormArgument(Forms forms) {
        this.forms = forms;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Class<?> type = Objects.requireNonNull(
                ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve());
        Form<?> form = form(
                type.asSubclass(Record.class),
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                LocaleContextHolder.getLocale());
        Objects.requireNonNull(container).addAttribute("form", form);
        return form;
    }

    /** An address without any of the fields asks for the form, and says nothing wrong yet. */
    private <T extends Record> Form<T> form(Class<T> type, HttpServletRequest request, Locale language) {
        boolean sent = "POST".equals(request.getMethod())
                || Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> request.getParameterMap().containsKey(component.getName()));
        return sent ? forms.sent(type, request, language) : forms.blank(type, language);
    }
}
