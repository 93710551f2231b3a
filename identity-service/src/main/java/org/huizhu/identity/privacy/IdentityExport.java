package org.huizhu.identity.privacy;

import java.util.Map;
import org.huizhu.identity.resident.ReadInFull;
import org.huizhu.platform.privacy.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The resident's file, for their export. */
@Component
@Order(0)
class IdentityExport implements PersonalData {

    private final ReadInFull read;

    IdentityExport(ReadInFull read) {
        this.read = read;
    }

    @Override
    public String part() {
        return "file";
    }

    @Override
    public Object of(String residentId) {
        return read.file(residentId).orElse(Map.of());
    }
}
