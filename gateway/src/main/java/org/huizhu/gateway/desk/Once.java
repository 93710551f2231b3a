package org.huizhu.gateway.desk;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps a form that was sent twice from being done twice, where the service cannot tell: the session remembers the last
 * forms and where each led.
 */
@Component
public class Once {

    private static final String ATTRIBUTE = Once.class.getName();
    private static final int REMEMBERED = 50;

    /** The last forms of a session; the oldest is forgotten first. */
    private static final class Sent extends LinkedHashMap<String, String> implements Serializable {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** Begins what the form asks for; or says where the same form has led already, {@code meanwhile} while it is under way. */
    public Optional<String> begun(HttpSession session, String form, String meanwhile) {
        synchronized (WebUtils.getSessionMutex(session)) {
            Sent sent = sent(session);
            String before = sent.putIfAbsent(form, meanwhile);
            session.setAttribute(ATTRIBUTE, sent);
            return Optional.ofNullable(before);
        }
    }

    /** It is done, and leads there. */
    public void done(HttpSession session, String form, String address) {
        synchronized (WebUtils.getSessionMutex(session)) {
            Sent sent = sent(session);
            sent.put(form, address);
            session.setAttribute(ATTRIBUTE, sent);
        }
    }

    /** It was not done, and may be sent again. */
    public void undone(HttpSession session, String form) {
        synchronized (WebUtils.getSessionMutex(session)) {
            Sent sent = sent(session);
            sent.remove(form);
            session.setAttribute(ATTRIBUTE, sent);
        }
    }

    private static Sent sent(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Sent sent ? sent : new Sent();
    }
}
