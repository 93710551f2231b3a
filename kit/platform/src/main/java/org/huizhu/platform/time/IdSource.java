package org.huizhu.platform.time;

/** Gives ids for new things: UUIDs (version 7, RFC 9562) as text, rising with time. */
@FunctionalInterface
public interface IdSource {

    /** A new id of 36 lower-case characters. */
    String next();
}
