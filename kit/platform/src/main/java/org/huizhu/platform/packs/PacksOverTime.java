package org.huizhu.platform.packs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.PackPeriod;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.platform.packs.PackVersion.Step;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;

/** Which pack of each programme decides when, shipped or published, with what became of the others. */
final class PacksOverTime {

    private final PacksInForce packs;
    private final PackVersions versions;
    private final Rehearsals rehearsals;
    private final InstantSource clock;

    PacksOverTime(PacksInForce packs, PackVersions versions, Rehearsals rehearsals, InstantSource clock) {
        this.packs = packs;
        this.versions = versions;
        this.rehearsals = rehearsals;
        this.clock = clock;
    }

    /** Of one programme, or of all. A draft that does not say its programme is always among them. */
    Map<String, @Nullable Object> list(@Nullable String programme) {
        packs.refresh();
        RulePacks current = packs.current();
        List<PackVersion> published = versions.published();
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (String each : current.programmes()) {
            if (programme == null || programme.equals(each)) {
                lines.addAll(inOrder(current, each, published));
            }
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("packs", lines);
        json.put(
                "drafts",
                versions.drafts().stream()
                        .filter(draft ->
                                programme == null || draft.programme() == null || programme.equals(draft.programme()))
                        .map(draft -> PackJson.head(draft, state(draft)))
                        .toList());
        return json;
    }

    /** Of a draft or version: what officers did, and what the calendar made of it. */
    String state(PackVersion version) {
        if (version.status() == PackStatus.DRAFT) {
            return rehearsals.doneOf(version).isPresent() ? "REHEARSED" : "DRAFT";
        }
        if (version.status() == PackStatus.WITHDRAWN || version.programme() == null) {
            return version.status().name();
        }
        return packs.current().overTime(version.programme()).stream()
                .filter(period ->
                        version.id().equals(PublishedVersions.idOf(period.pack().file())))
                .findFirst()
                .map(this::state)
                .orElse(version.status().name());
    }

    private String state(PackPeriod period) {
        LocalDate today = Shanghai.today(clock);
        if (period.includes(today)) {
            return "ACTIVE";
        }
        if (period.from().isAfter(today)) {
            return "APPROVED";
        }
        return Objects.equals(period.to(), period.pack().to()) ? "ENDED" : "SUPERSEDED";
    }

    private List<Map<String, @Nullable Object>> inOrder(
            RulePacks current, String programme, Collection<PackVersion> published) {
        Map<String, PackVersion> byId =
                published.stream().collect(Collectors.toMap(PackVersion::id, Function.identity()));
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (PackPeriod period : current.overTime(programme)) {
            String id = PublishedVersions.idOf(period.pack().file());
            Map<String, @Nullable Object> line = line(programme, period.pack(), state(period), byId.get(id));
            line.put("from", period.from().toString());
            line.put("to", period.to() == null ? null : period.to().toString());
            lines.add(line);
        }
        published.stream()
                .filter(version -> version.status() == PackStatus.WITHDRAWN && programme.equals(version.programme()))
                .forEach(version -> lines.add(withdrawn(version)));
        return lines;
    }

    private static Map<String, @Nullable Object> line(
            String programme, Pack pack, String state, @Nullable PackVersion version) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        Step approved = version == null ? null : version.approved();
        line.put("programme", programme);
        line.put("pack", pack.name());
        line.put("title", pack.title().toJson());
        line.put("state", state);
        line.put("source", version == null ? "shipped" : "published");
        line.put("id", version == null ? null : version.id());
        line.put("approvedBy", approved == null ? null : approved.by());
        return line;
    }

    private static Map<String, @Nullable Object> withdrawn(PackVersion version) {
        Map<String, @Nullable Object> line = PackJson.head(version, "WITHDRAWN");
        line.put("source", "published");
        return line;
    }
}
