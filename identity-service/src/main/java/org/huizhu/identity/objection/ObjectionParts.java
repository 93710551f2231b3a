package org.huizhu.identity.objection;

import java.util.List;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.privacy.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What objections bring to what every feature takes part in: a change of keys, a resident's export. */
@Configuration(proxyBeanMethods = false)
class ObjectionParts {

    @Bean
    SealedColumns sealedObjectionColumns() {
        return SealedColumns.of(
                SealedColumn.of("objection", "text", "id", "objection.text:{id}"),
                SealedColumn.of("objection", "answer", "id", "objection.answer:{id}"));
    }

    @Bean
    PersonalData objectionsOfResident(Objections objections) {
        return new PersonalData() {
            @Override
            public String part() {
                return "objections";
            }

            @Override
            public List<Objection> of(String residentId) {
                return objections.all(residentId);
            }
        };
    }
}
