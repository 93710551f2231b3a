package org.huizhu.identity.message;

/**
 * Takes messages out of this platform: to telephones, to mailboxes or both. A district plugs in its own gateway as a bean
 * and names it in {@code huizhu.notifications.channel}. What is in the portal itself needs no channel.
 */
public interface Channel {

    /** As {@code huizhu.notifications.channel} names it. */
    String name();

    /**
     * Hands one over; it may come again with the same id when it is not known whether the first time succeeded. Any other
     * exception than {@link Refused} counts as a try that failed for now.
     */
    void handOver(Outgoing message) throws Refused;

    /** The other side does not take it. */
    final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean forGood;

        /**
         * What was answered.
         *
         * @param reason a short code; operators see it, so nothing personal may be in it
         * @param forGood whether there is no use in trying again
         */
        public Refused(String reason, boolean forGood) {
            super(reason);
            this.forGood = forGood;
        }

        boolean isForGood() {
            return forGood;
        }
    }
}
