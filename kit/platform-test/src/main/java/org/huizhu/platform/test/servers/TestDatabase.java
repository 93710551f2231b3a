package org.huizhu.platform.test.servers;

/**
 * A fresh, empty database with an account that may do everything in it.
 *
 * @param url the JDBC address
 */
public record TestDatabase(String url, String username, String password) {}
