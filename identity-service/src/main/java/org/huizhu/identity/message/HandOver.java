package org.huizhu.identity.message;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.huizhu.platform.work.WorksInBackground;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands what is due to the channel, one after the other, each in a transaction that keeps other instances from it. What
 * fails waits, longer each time, and the rest goes on; in the end it is given up and operators see why.
 */
@Component
class HandOver implements WorksInBackground {

    private static final Logger log = LoggerFactory.getLogger(HandOver.class);
    private static final int LONGEST_EXPONENT = 10;
    private static final int LONGEST_FAULT = 100;

    private final OutgoingMessages messages;
    private final Channel channel;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final NotificationSettings settings;
    private final BackgroundWorker worker;

    HandOver(
            OutgoingMessages messages,
            List<Channel> channels,
            TransactionTemplate transaction,
            InstantSource clock,
            NotificationSettings settings) {
        this.messages = messages;
        this.channel = channels.stream()
                .filter(each -> each.name().equals(settings.channel()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "huizhu.notifications.channel is " + settings.channel() + ", but there are only "
                                + channels.stream().map(Channel::name).toList()));
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        this.worker = new BackgroundWorker(
                "notifications", this::round, new Rests(settings.poll(), settings.poll(), Duration.ofMinutes(1)));
    }

    @Override
    public BackgroundWorker worker() {
        return worker;
    }

    @Override
    public Duration stopWithin() {
        return Duration.ofSeconds(10);
    }

    /** Says that something was written down; never blocks. */
    void wake() {
        worker.wake();
    }

    private boolean round() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var next = messages.next();
            next.ifPresent(this::handOver);
            return next.isPresent();
        }));
    }

    private void handOver(OutgoingMessages.Kept next) {
        try {
            channel.handOver(next.message());
            messages.sent(next.message().id());
        } catch (Channel.Refused refused) {
            failed(next, Objects.requireNonNullElse(refused.getMessage(), "refused"), refused.isForGood());
        } catch (RuntimeException failed) {
            // Without its message, which may quote the address.
            failed(next, failed.getClass().getSimpleName(), false);
        }
    }

    private void failed(OutgoingMessages.Kept next, String reason, boolean forGood) {
        String ascii = reason.replaceAll("[^ -~]", "?");
        String fault = ascii.substring(0, Math.min(ascii.length(), LONGEST_FAULT));
        boolean over = forGood || next.attempts() + 1 >= settings.attempts();
        if (over) {
            messages.giveUp(next.message().id(), fault);
        } else {
            Duration wait = settings.retryAfter().multipliedBy(1L << Math.min(next.attempts(), LONGEST_EXPONENT));
            messages.postpone(next.message().id(), clock.instant().plus(wait), fault);
        }
        log.atWarn()
                .addKeyValue("event", over ? "notification-given-up" : "notification-postponed")
                .addKeyValue("outgoing", next.message().id())
                .addKeyValue("reason", fault)
                .log("A message could not be handed over");
    }
}
