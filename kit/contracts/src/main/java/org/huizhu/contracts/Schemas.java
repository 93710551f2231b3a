package org.huizhu.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The JSON Schemas that lie beside these records: their names as CloudEvents {@code dataschema}, and their text. */
public enum Schemas {
    /** {@link ResidentFacts}. */
    RESIDENT_FACTS("resident-facts"),
    /** What rules may ask of an employer; no record yet, for no event carries it. */
    EMPLOYER_FACTS("employer-facts"),
    /** {@link DecisionsChanged}. */
    DECISIONS_CHANGED("decisions-changed"),
    /** {@link AuditAnchored}. */
    AUDIT_ANCHORED("audit-anchored"),
    /** {@link ResidentDelegations}. */
    RESIDENT_DELEGATIONS("resident-delegations"),
    /** {@link CertificateMatterMoved}. */
    CERTIFICATE_MATTER("certificate-matter");

    private final String fileName;
    private final URI id;

    Schemas(String name) {
        this.fileName = name + ".schema.json";
        this.id = URI.create("urn:huizhu:schema:" + name + ":1");
    }

    /** The schema's {@code $id}. Its last part is the major version, as in the topic's name. */
    public URI id() {
        return id;
    }

    /** The schema as shipped in this jar. */
    public String text() {
        try (InputStream file = Schemas.class.getResourceAsStream(fileName)) {
            if (file == null) {
                throw new IllegalStateException(fileName + " is not in the contracts jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
