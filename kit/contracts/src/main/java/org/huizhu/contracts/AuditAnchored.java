package org.huizhu.contracts;

import java.time.Instant;

/**
 * Where the audit log of a service stood: {@code sequence} entries are chained, and {@code hash} (SM3) is that of the last
 * link, so that nothing before it can be changed, removed or put in between unseen. {@code mac} (HMAC-SM3) is the service's
 * proof that it said so; both are 64 hexadecimal digits.
 */
public record AuditAnchored(String service, long sequence, String hash, Instant at, String mac) {}
