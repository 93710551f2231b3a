package org.huizhu.platform.letters;

import java.util.List;
import java.util.Map;
import org.huizhu.platform.letters.Letter.State;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters for operators: where they came from and what went wrong, never what they say. */
@RestController
@RequestMapping("/api/${huizhu.decisions.service}/dead-letters")
class LettersController {

    private static final int LARGEST_PAGE = 100;
    private static final int LAST_PAGE = 100_000;

    private final Letters letters;
    private final ReplayLetter replayLetter;
    private final PutLetterAway putLetterAway;

    LettersController(Letters letters, ReplayLetter replayLetter, PutLetterAway putLetterAway) {
        this.letters = letters;
        this.replayLetter = replayLetter;
        this.putLetterAway = putLetterAway;
    }

    /** {@code total}: how many there are of what was asked for; {@code open}: how many are still to be looked at. */
    record Page(List<Letter> items, int page, int size, long total, long open) {}

    /**
     * {@code headers}: those of the record that can be shown, {@code hidden}: how many more it has; {@code replayable}:
     * whether this service still reads the topic.
     */
    record Detail(Letter letter, Map<String, String> headers, int hidden, boolean replayable) {}

    record Discarding(@Nullable String reason) {}

    /** Without {@code state} all of them, open ones first. */
    @GetMapping
    @PreAuthorize("hasRole('operator')")
    Page list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        int from = Math.clamp(page, 0, LAST_PAGE);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return new Page(letters.page(state, from, most), from, most, letters.count(state), letters.count(State.OPEN));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasRole('operator')")
    Detail get(@PathVariable String id) {
        Letter letter = letters.find(id).orElseThrow(LetterProblems::none);
        Envelope envelope = letters.envelope(id);
        Map<String, String> shown = envelope.shown();
        return new Detail(
                letter,
                shown,
                envelope.headers().size() - shown.size(),
                replayLetter.readerOf(letter.topic()).isPresent());
    }

    /** The answer's {@code outcome} says what came of it; with {@code FAILED} the letter is still open. */
    @PostMapping("/{id}/replay")
    @PreAuthorize("hasRole('operator')")
    Letter replay(@PathVariable String id) {
        return replayLetter.replay(id);
    }

    @PostMapping("/{id}/discard")
    @PreAuthorize("hasRole('operator')")
    Letter discard(@PathVariable String id, @RequestBody Discarding discarding) {
        return putLetterAway.discard(id, discarding.reason());
    }

    @PostMapping("/{id}/reopen")
    @PreAuthorize("hasRole('operator')")
    Letter reopen(@PathVariable String id) {
        return putLetterAway.reopen(id);
    }
}
