package org.huizhu.identity.message;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/**
 * Writes messages, and in the same transaction what tells of them outside the portal. They hold a template and its
 * arguments, never anything personal.
 */
@Component
public class Messages {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final CopyReceivers receivers;
    private final WriteNotices notices;
    private final InstantSource clock;

    Messages(JdbcClient database, CopyReceivers receivers, WriteNotices notices, InstantSource clock) {
        this.database = database;
        this.receivers = receivers;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Writes to a resident, with copies to those who act for them and may have messages, in the caller's transaction if
     * there is one. The arguments must hold nothing personal: they are kept in clear.
     */
    @Transactional
    public void send(String residentId, MessageTemplate template, String... arguments) {
        write(residentId, residentId, null, template, List.of(arguments));
        receivers.accountsOf(residentId).forEach(account -> sendTo(account, residentId, template, arguments));
    }

    /** Writes to one account, about a resident. */
    @Transactional
    public void sendTo(String account, String residentId, MessageTemplate template, String... arguments) {
        write(residentId, null, account, template, List.of(arguments));
    }

    /** Writes to one resident about another one. */
    @Transactional
    public void sendToResident(
            String receiverResidentId, String residentId, MessageTemplate template, String... arguments) {
        write(residentId, receiverResidentId, null, template, List.of(arguments));
    }

    private void write(
            String about,
            @Nullable String resident,
            @Nullable String account,
            MessageTemplate template,
            List<String> arguments) {
        database.sql("""
                        INSERT INTO message (about_resident_id, to_resident_id, to_account, template, arguments, sent_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .param(about)
                .param(resident)
                .param(account)
                .param(template.name())
                .param(ContractJson.MAPPER.writeValueAsString(arguments))
                .param(now())
                .update();
        if (resident != null) {
            notices.toResident(resident, about);
        } else if (account != null) {
            notices.toAccount(account, about);
        }
    }

    /** Whose messages somebody reads. */
    record Reader(@Nullable String residentId, String account) {}

    record Message(
            long id,
            String aboutResidentId,
            boolean own,
            MessageTemplate template,
            List<String> arguments,
            LocalDateTime sentAt,
            @Nullable LocalDateTime readAt) {}

    /** The newest first, older than {@code before}. */
    List<Message> page(Reader reader, long before, int most) {
        return of(
                        "SELECT * FROM message WHERE (to_account = ? OR to_resident_id = ?) AND id < ? ORDER BY id DESC LIMIT ?",
                        reader)
                .param(before)
                .param(most)
                .query((row, n) -> new Message(
                        row.getLong("id"),
                        row.getString("about_resident_id"),
                        row.getString("about_resident_id").equals(reader.residentId()),
                        MessageTemplate.valueOf(row.getString("template")),
                        ContractJson.MAPPER.readValue(row.getString("arguments"), TEXTS),
                        row.getObject("sent_at", LocalDateTime.class),
                        row.getObject("read_at", LocalDateTime.class)))
                .list();
    }

    long unread(Reader reader) {
        return of(
                        "SELECT COUNT(*) FROM message WHERE (to_account = ? OR to_resident_id = ?) AND read_at IS NULL",
                        reader)
                .query(Long.class)
                .single();
    }

    /** Whether there is such a message for the reader; it is marked once. */
    boolean markRead(Reader reader, long id) {
        Optional<Long> found = of(
                        "SELECT id FROM message WHERE (to_account = ? OR to_resident_id = ?) AND id = ?", reader)
                .param(id)
                .query(Long.class)
                .optional();
        found.ifPresent(known -> database.sql("UPDATE message SET read_at = ? WHERE id = ? AND read_at IS NULL")
                .param(now())
                .param(known)
                .update());
        return found.isPresent();
    }

    /** Marks everything up to that one. */
    void markReadUpTo(Reader reader, long id) {
        database.sql("UPDATE message SET read_at = ? WHERE (to_account = ? OR to_resident_id = ?) AND id <= ?"
                        + " AND read_at IS NULL")
                .param(now())
                .param(reader.account())
                .param(reader.residentId())
                .param(id)
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, Reader reader) {
        return database.sql(sql).param(reader.account()).param(reader.residentId());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
