package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Makes up residents of every shape that the schema allows, with facts unknown or none anywhere. */
final class RandomFacts {
    private static final List<String> AREAS = List.of("610103002", "610103", "610104", "610113001", "420100");

    private final Random random;
    private final RulePacks packs;
    /** Half of them are alive and nearly everything is known of them: much must hold at once to get a grant. */
    private boolean orderly;

    RandomFacts(long seed, RulePacks packs) {
        this.random = new Random(seed);
        this.packs = packs;
    }

    Map<String, Object> resident() {
        return subject(Subject.RESIDENT);
    }

    /** Somebody, or some unit, of every shape. */
    Map<String, Object> subject(Subject subject) {
        Map<String, FactField> fields =
                Objects.requireNonNull(House.MODELS.get(subject)).fields();
        orderly = random.nextBoolean();
        Map<String, Object> facts = object("", fields);
        if (random.nextBoolean()) {
            Map<String, Object> answers = new LinkedHashMap<>();
            for (Pack pack : packs.packs()) {
                Map<String, Object> own = new LinkedHashMap<>();
                pack.asks().forEach(ask -> put(own, ask.id(), ask.field(pack.programme()), fields));
                answers.put(pack.programme(), own);
            }
            facts.put("answers", answers);
        }
        return facts;
    }

    /** The same resident with some facts forgotten, except those about which a pack presumes something. */
    Map<String, Object> forgetful(Map<String, Object> resident, Set<String> presumed) {
        Map<String, Object> less = new LinkedHashMap<>();
        resident.forEach((key, value) -> {
            if (presumed.contains(key)) {
                less.put(key, value);
            } else if (value instanceof Map<?, ?> group && random.nextInt(4) > 0) {
                less.put(key, forgetful(copy(group), Set.of()));
            } else if (random.nextInt(4) > 0) {
                less.put(key, value);
            }
        });
        return less;
    }

    LocalDate day() {
        return LocalDate.of(2022, 1, 1).plusDays(random.nextInt(365 * 8));
    }

    private Map<String, Object> object(String prefix, Map<String, FactField> fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            boolean direct = name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0;
            if (direct) {
                put(object, name.substring(prefix.length()), field, fields);
            }
        });
        return object;
    }

    private void put(Map<String, Object> object, String name, FactField field, Map<String, FactField> fields) {
        int fate = orderly && name.equals("deceasedOn") ? 0 : random.nextInt(orderly ? 200 : 20);
        if (fate == 0) {
            object.put(name, null);
        } else if (fate > 1) {
            object.put(name, value(field, fields));
        }
    }

    private Object value(FactField field, Map<String, FactField> fields) {
        return switch (field.kind()) {
            case TEXT -> text(field);
            case INTEGER -> whole(field.path());
            case NUMBER -> random.nextInt(500) + 0.5;
            case BOOLEAN -> random.nextBoolean();
            case DATE -> date(field).toString();
            case TEXTS -> List.of();
            case OBJECTS -> list(field, fields);
            case GROUP -> object(field.path() + ".", fields);
        };
    }

    private int whole(String path) {
        return switch (path) {
            case "year" -> 2021 + random.nextInt(8);
            case "posts" -> random.nextInt(100);
            default -> path.endsWith("evel") ? 1 + random.nextInt(4) : random.nextInt(4);
        };
    }

    private Object text(FactField field) {
        if (field.values().isEmpty()) {
            return AREAS.get(random.nextInt(AREAS.size()));
        }
        // The first word is the one most rules hope for; without a bias nobody would ever be eligible.
        List<String> words = List.copyOf(field.values());
        boolean even = field.path().endsWith("kind")
                || field.path().equals("employment.status")
                || field.path().startsWith("schooling");
        boolean hopeful = !even && random.nextInt(3) > 0;
        return hopeful ? words.getFirst() : words.get(random.nextInt(words.size()));
    }

    private LocalDate date(FactField field) {
        return switch (field.path()) {
            case "birthDate" -> birthDate();
            case "deceasedOn" -> LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3000));
            case "certificate.expiresOn" -> LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3650));
            case "certificate.issuedOn" -> LocalDate.of(2014, 1, 1).plusDays(random.nextInt(3650));
            default -> LocalDate.of(2018, 1, 1).plusDays(random.nextInt(4500));
        };
    }

    /** Every third is a child: many programmes are for them alone. */
    private LocalDate birthDate() {
        int years = random.nextInt(3) == 0 ? 20 : 86;
        return LocalDate.of(2026, 1, 1).minusDays(random.nextInt(365 * years));
    }

    private List<Object> list(FactField field, Map<String, FactField> fields) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Map<String, Object> item = new LinkedHashMap<>();
            field.items().forEach((name, part) -> put(item, name, part, fields));
            list.add(item);
        }
        return list;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
