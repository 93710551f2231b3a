package org.huizhu.platform.letters;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.letters.Letter.Outcome;
import org.huizhu.platform.letters.Letter.State;
import org.huizhu.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a kept record to the listener that it came from once more. What follows from it and what becomes of the letter are
 * one transaction; one that fails again stays open, with what went wrong this time.
 */
final class ReplayLetter {

    private static final Logger log = LoggerFactory.getLogger(ReplayLetter.class);

    private final TransactionTemplate transaction;
    private final Letters letters;
    private final ObjectProvider<Replayer> replayers;
    private final AuditLog audit;

    ReplayLetter(TransactionTemplate transaction, Letters letters, ObjectProvider<Replayer> replayers, AuditLog audit) {
        this.transaction = transaction;
        this.letters = letters;
        this.replayers = replayers;
        this.audit = audit;
    }

    /** Who reads that topic; nobody if this service no longer does. */
    Optional<Replayer> readerOf(String topic) {
        return replayers.stream()
                .filter(replayer -> replayer.topic().equals(topic))
                .findFirst();
    }

    /** @throws Problem if there is no such letter, it is not open, or nobody reads its topic any more */
    Letter replay(String id) {
        String topic = letters.find(id).map(Letter::topic).orElseThrow(LetterProblems::none);
        Replayer replayer = readerOf(topic).orElseThrow(() -> Problem.conflict("dead-letter-without-reader", topic));
        try {
            transaction.executeWithoutResult(status -> again(id, replayer));
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException failed) {
            String reason = replayer.reasonOf(failed).orElseThrow(() -> failed);
            log.warn("Dead letter {} failed again", id, failed);
            transaction.executeWithoutResult(status -> failedAgain(id, reason));
        }
        return letters.find(id).orElseThrow(LetterProblems::none);
    }

    private void again(String id, Replayer replayer) {
        Letter letter = letters.lock(id).orElseThrow(LetterProblems::none);
        LetterProblems.refuseUnlessOpen(letter);
        switch (replayer.replay(record(letter))) {
            case Replay.Done done -> {
                letters.replayed(id, Outcome.of(done));
                audit.record("dead-letter.replayed", "dead-letter", id);
            }
            case Replay.Unreadable(String reason) -> {
                letters.failedAgain(id, Why.UNREADABLE, reason);
                audit.record("dead-letter.replay-failed", "dead-letter", id);
            }
        }
    }

    /** Whoever had it tried at the same time and succeeded is right. */
    private void failedAgain(String id, String reason) {
        if (letters.lock(id).filter(letter -> letter.state() == State.OPEN).isPresent()) {
            letters.failedAgain(id, Why.FAILED, reason);
            audit.record("dead-letter.replay-failed", "dead-letter", id);
        }
    }

    private ConsumerRecord<String, byte[]> record(Letter letter) {
        Envelope envelope = letters.envelope(letter.id());
        var headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.recordedAt().toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                letter.bytes(),
                envelope.key(),
                letters.content(letter.id()),
                headers,
                Optional.empty());
    }
}
