package org.huizhu.identity.message;

/** One message on its way out. */
public record Outgoing(String id, Way way, String address, String text) {

    /** Address and text are personal. */
    @Override
    public String toString() {
        return "Outgoing[" + way + ", " + id + "]";
    }
}
