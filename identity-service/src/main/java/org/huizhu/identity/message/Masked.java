package org.huizhu.identity.message;

/** Addresses so that their owner knows them again and nobody else learns them. */
final class Masked {

    private static final int SHOWN_AHEAD = 3;
    private static final int SHOWN_BEHIND = 4;

    private Masked() {}

    static String address(Way way, String address) {
        return way == Way.SMS ? phone(address) : mail(address);
    }

    /** {@code 138****0021}; a short one is hidden whole. */
    static String phone(String phone) {
        int hidden = phone.length() - SHOWN_AHEAD - SHOWN_BEHIND;
        return hidden < 1
                ? "****"
                : phone.substring(0, SHOWN_AHEAD) + "*".repeat(hidden) + phone.substring(SHOWN_AHEAD + hidden);
    }

    /** {@code w***@example.org}. */
    static String mail(String mail) {
        int at = mail.lastIndexOf('@');
        return at < 1 ? "****" : mail.charAt(0) + "***" + mail.substring(at);
    }
}
