package org.huizhu.gateway.forms;

/**
 * What is wrong in one field, and how to put it right.
 *
 * @param id of the input to go to
 */
public record Fault(String field, String id, String text) {}
