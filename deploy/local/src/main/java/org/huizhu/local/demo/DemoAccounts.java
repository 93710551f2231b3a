package org.huizhu.local.demo;

/** The accounts of the demonstration, as {@code deploy/keycloak/huizhu-realm.json} has them. */
public final class DemoAccounts {

    /** The same for all of them; a platform of a district has none of them. */
    public static final String PASSWORD = "Huizhu-demo-2026";

    private DemoAccounts() {}
}
