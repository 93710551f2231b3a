package org.huizhu.platform.schema;

/**
 * Tables that a part of the kit brings along: migrations under {@code classpath:db/<name>} with their own history
 * table, so that kit and service number their migrations apart. Migrated in bean order, before the service's own.
 */
public record KitSchema(String name) {}
