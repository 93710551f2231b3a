package org.huizhu.identity.certificate;

import java.time.LocalDate;

/** What the caller is told: the number is masked, {@code expiresOn} is the last valid day. */
record IssuedCertificate(String residentId, String certificateNumber, long version, LocalDate expiresOn) {}
