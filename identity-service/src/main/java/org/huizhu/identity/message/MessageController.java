package org.huizhu.identity.message;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/me/messages")
@PreAuthorize("hasAnyRole('resident', 'guardian')")
class MessageController {

    private static final int LARGEST_PAGE = 100;

    private final Messages messages;
    private final Letters letters;

    MessageController(Messages messages, Letters letters) {
        this.messages = messages;
        this.letters = letters;
    }

    /** {@code before}: where the next page begins; absent on the last one. */
    record Page(long unread, List<View> messages, @Nullable Long before) {}

    /** {@code copy}: it was written to the resident whom it is about, or concerns somebody else's file. */
    record View(
            long id,
            String residentId,
            boolean copy,
            String template,
            String title,
            String text,
            Instant sentAt,
            @Nullable Instant readAt) {}

    @GetMapping
    Page page(
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "20") int size,
            Locale locale) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        Messages.Reader reader = reader();
        List<Messages.Message> page = messages.page(reader, before, most);
        return new Page(
                messages.unread(reader),
                page.stream().map(message -> view(message, locale)).toList(),
                page.size() < most ? null : page.getLast().id());
    }

    @PostMapping("/{id}/read")
    ResponseEntity<Void> read(@PathVariable long id) {
        if (!messages.markRead(reader(), id)) {
            throw Problem.notFound("no-such-message");
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/read")
    ResponseEntity<Void> readUpTo(@RequestParam long upTo) {
        messages.markReadUpTo(reader(), upTo);
        return ResponseEntity.noContent().build();
    }

    private View view(Messages.Message message, Locale locale) {
        return new View(
                message.id(),
                message.aboutResidentId(),
                !message.own(),
                message.template().name(),
                letters.title(message.template(), locale),
                letters.text(message.template(), message.arguments(), locale),
                message.sentAt().toInstant(ZoneOffset.UTC),
                instant(message.readAt()));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    /** A file number in the token of somebody who is no resident is no right to that file's messages. */
    private static Messages.Reader reader() {
        Caller caller = Caller.current();
        return new Messages.Reader(caller.roles().contains("resident") ? caller.residentId() : null, caller.subject());
    }
}
