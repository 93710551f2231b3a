package org.huizhu.gateway.desk.packs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.desk.Answer;
import org.huizhu.gateway.desk.Ask;
import org.huizhu.gateway.desk.DeskServices;
import org.huizhu.gateway.services.AskedService;
import org.huizhu.gateway.services.AskedServices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The owners of rule packs, asked about them. */
@Component
class PackService {

    private final DeskServices services;
    private final List<String> owners;

    PackService(DeskServices services, AskedServices asked) {
        this.services = services;
        this.owners = asked.inOrder().stream().map(AskedService::name).toList();
    }

    List<String> owners() {
        return owners;
    }

    /** The packs of all owners, or of one. */
    Map<String, Answer> lists(String owner, Locale language) {
        List<String> asked = owners.contains(owner) ? List.of(owner) : owners;
        return services.ask(asked, name -> Ask.get(language, "/api/" + name + "/packs"));
    }

    Answer get(String owner, Locale language, String path, String... variables) {
        return services.ask(known(owner), Ask.get(language, below(owner, path), variables));
    }

    Answer ask(String owner, Ask question) {
        return services.ask(known(owner), question);
    }

    /** An address below the packs of that owner. */
    String below(String owner, String path) {
        return "/api/" + known(owner) + "/packs" + path;
    }

    /** What is no owner is nobody's page. */
    String known(String owner) {
        if (!owners.contains(owner)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return owner;
    }
}
