package org.huizhu.identity.message;

/** Whether a resident told somebody that they want to be written to by short message. */
@FunctionalInterface
public interface TextsWanted {

    boolean by(String residentId);
}
