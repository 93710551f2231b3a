package org.huizhu.identity.bureau;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.huizhu.contracts.ContractJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What files of events look like, type by type. */
@Component
class FileLayouts {

    private final Map<BureauEventType, FileLayout> layouts = new EnumMap<>(BureauEventType.class);

    FileLayouts(BureauSchema schema) {
        JsonNode document = ContractJson.MAPPER.readTree(schema.document());
        for (BureauEventType type : BureauEventType.values()) {
            layouts.put(type, FileLayout.of(document, type));
        }
    }

    FileLayout of(BureauEventType type) {
        return Objects.requireNonNull(layouts.get(type));
    }
}
