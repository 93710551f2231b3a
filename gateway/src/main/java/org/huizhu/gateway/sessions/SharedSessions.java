package org.huizhu.gateway.sessions;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Spring Session in the database, with its content sealed. */
@Configuration(proxyBeanMethods = false)
class SharedSessions implements BeanClassLoaderAware {

    private ClassLoader classes = SharedSessions.class.getClassLoader();

    @Override
    public void setBeanClassLoader(ClassLoader classLoader) {
        this.classes = classLoader;
    }

    /** Found by this name. */
    @Bean
    @SuppressWarnings("NullAway") // what cannot be opened is null, which Spring Session takes for an absent attribute
    ConversionService springSessionConversionService(SessionSettings settings) {
        var sealed = new SealedContent(settings.key(), classes);
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, sealed::seal);
        conversion.addConverter(byte[].class, Object.class, sealed::open);
        return conversion;
    }

    /** Two requests of one session that write the same attribute at the same time both pass. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesAreReplaced() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    FilterRegistrationBean<SessionsAway> sessionsAway(@Value("${server.servlet.session.cookie.name}") String cookie) {
        var registration = new FilterRegistrationBean<>(new SessionsAway(cookie));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }
}
