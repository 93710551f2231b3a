package org.huizhu.gateway.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizhu.gateway.assess.ProgrammeSearch;
import org.huizhu.gateway.assess.Programmes;
import org.huizhu.gateway.assess.Programmes.Part;
import org.huizhu.gateway.assess.ReadProgrammes;
import org.huizhu.gateway.assess.Status;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** All programmes in the reader's language. */
@Component
class Catalogue {

    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

    private final ReadProgrammes read;
    private final ProgrammePageViews views;
    private final Words words;
    private final JsonMapper json;

    Catalogue(ReadProgrammes read, ProgrammePageViews views, Words words, JsonMapper json) {
        this.read = read;
        this.views = views;
        this.words = words;
        this.json = json;
    }

    /** {@code missing}: the names of services that could not be asked. */
    record Found(List<Group> groups, List<String> missing) {

        public int count() {
            return groups.stream().mapToInt(group -> group.entries().size()).sum();
        }
    }

    /** The programmes of one service. */
    record Group(String id, String name, List<Entry> entries) {}

    /** One programme in a list. */
    record Entry(String id, String title, @Nullable String delivery, boolean forEmployers, boolean inForce) {}

    /** Those that hold every word, of one service or of all for an empty name. */
    Found find(String query, String service, Locale language) {
        ProgrammeSearch search = ProgrammeSearch.of(query);
        List<Group> groups = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Part part : read.of(service.isEmpty() ? null : service).services()) {
            String name = words.known("service", part.service(), language);
            List<Entry> entries = part.status() == Status.OK ? entries(part.only(search), language) : null;
            if (entries == null) {
                missing.add(name);
            } else if (!entries.isEmpty()) {
                groups.add(new Group(part.service(), name, entries));
            }
        }
        return new Found(groups, missing);
    }

    /** Null if the answer was not understood. */
    private @Nullable List<Entry> entries(Part part, Locale language) {
        try {
            return part.programmes().stream()
                    .map(node -> json.treeToValue(node, Programme.class))
                    .map(programme -> new Entry(
                            programme.programme(),
                            programme.title().in(language),
                            programme.delivery() == null
                                    ? null
                                    : words.known("delivery", programme.delivery(), language),
                            programme.isForEmployers(),
                            programme.inForce() != null))
                    .toList();
        } catch (JacksonException e) {
            notUnderstood(part.service(), e);
            return null;
        }
    }

    /** What is known of one programme. */
    sealed interface Answer {

        record Shown(ProgrammePageView view) implements Answer {}

        /** A service is away that might have it. */
        record Away(List<String> missing) implements Answer {}

        record Unknown() implements Answer {}
    }

    Answer one(String id, Locale language) {
        Programmes all = read.of(null);
        for (Part part : all.services()) {
            Optional<ProgrammePageView> view = part.programmes().stream()
                    .filter(node -> id.equals(node.path("programme").asString("")))
                    .findFirst()
                    .map(node -> views.of(part.service(), json.treeToValue(node, Programme.class), language));
            if (view.isPresent()) {
                return new Answer.Shown(view.get());
            }
        }
        return all.isWhole()
                ? new Answer.Unknown()
                : new Answer.Away(all.services().stream()
                        .filter(part -> part.status() != Status.OK)
                        .map(part -> words.known("service", part.service(), language))
                        .toList());
    }

    private static void notUnderstood(String service, Exception e) {
        log.atError().addKeyValue("peer", service).setCause(e).log("Programmes of a service were not understood");
    }
}
