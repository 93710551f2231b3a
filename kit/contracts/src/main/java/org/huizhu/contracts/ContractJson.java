package org.huizhu.contracts;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper for contracts: ISO dates, plain decimals, members in the order of the record. */
public final class ContractJson {

    /** Safe to share between threads. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ContractJson() {}
}
