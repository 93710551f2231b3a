package org.huizhu.identity.message;

import java.util.List;

/** Which accounts get copies of what is written to a resident: those that act for them and may have messages. */
@FunctionalInterface
public interface CopyReceivers {

    List<String> accountsOf(String residentId);
}
