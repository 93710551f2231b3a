package org.huizhu.platform.assess;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.platform.decisions.DecisionsSettings;
import org.huizhu.platform.packs.PacksInForce;
import org.huizhu.platform.packs.Sha256;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All programmes of this service as one page of JSON, made once for a day and its packs. */
final class ListProgrammes {

    private static final int TAG_LENGTH = 32;

    private final PacksInForce inForce;
    private final DecisionsSettings settings;
    private final InstantSource clock;
    private final JsonMapper json;
    private volatile @Nullable Listing last;

    ListProgrammes(PacksInForce inForce, DecisionsSettings settings, InstantSource clock, JsonMapper json) {
        this.inForce = inForce;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /** What is sent, and the tag that changes with it. */
    record Listing(RulePacks packs, LocalDate day, byte[] json, String etag) {

        boolean holdsFor(RulePacks others, LocalDate otherDay) {
            return packs == others && day.equals(otherDay);
        }
    }

    Listing today() {
        RulePacks packs = inForce.current();
        LocalDate day = Shanghai.today(clock);
        Listing listing = last;
        if (listing == null || !listing.holdsFor(packs, day)) {
            listing = listing(packs, day);
            last = listing;
        }
        return listing;
    }

    private Listing listing(RulePacks packs, LocalDate day) {
        ProgrammeJson programme = new ProgrammeJson(packs, day);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("service", settings.service());
        answer.put("asOf", day.toString());
        answer.put("programmes", packs.programmes().stream().map(programme::of).toList());
        byte[] bytes = json.writeValueAsBytes(answer);
        return new Listing(packs, day, bytes, '"' + Sha256.of(bytes).substring(0, TAG_LENGTH) + '"');
    }
}
