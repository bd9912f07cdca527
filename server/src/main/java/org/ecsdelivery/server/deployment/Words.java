package org.ecsdelivery.server.deployment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the pages put things. */
final class Words {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    static String day(Instant at) {
        return DAY.format(at) + " UTC";
    }

    static String seconds(BigDecimal seconds) {
        return duration(Duration.ofSeconds(Math.max(0, seconds.longValue())));
    }

    static String duration(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return time.toSeconds() + " s";
        }
        return time.compareTo(Duration.ofHours(1)) < 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    /** Returns what AWS's consoles show of an ARN: {@code shop:7}. */
    static String shortId(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** Returns a word of an enumeration as people write it. */
    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
