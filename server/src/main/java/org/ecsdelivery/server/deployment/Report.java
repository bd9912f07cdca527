package org.ecsdelivery.server.deployment;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.aws.call.RawObject;

/**
 * A {@code deployment.json}, so far as the server reads it. A build could have published anything in its place: members that are not
 * what they should be are not there.
 */
record Report(RawObject json) {
    private static final String UNDER_WAY = "UNDER_WAY";

    /** Reads one; what is no report of one service is none. */
    static Optional<Report> parse(String text) {
        return Optional.of(of(text))
                .filter(report -> !report.text("service").isEmpty()
                        && !report.text("result").isEmpty());
    }

    /** Reads whatever it is; what is no JSON has no members. */
    static Report of(String text) {
        try {
            return new Report(RawObject.parse(text));
        } catch (UncheckedIOException notJson) {
            return new Report(RawObject.EMPTY);
        }
    }

    String text(String name) {
        try {
            return json.text(name);
        } catch (UncheckedIOException notJson) {
            return "";
        }
    }

    boolean isUnderWay() {
        return text("result").equals(UNDER_WAY);
    }

    Optional<Instant> moment(String name) {
        return instant(text(name));
    }

    /** Returns the objects of a list. */
    List<RawObject> all(String name) {
        try {
            return json.objects(name);
        } catch (UncheckedIOException notJson) {
            return List.of();
        }
    }

    RawObject object(String name) {
        try {
            return json.object(name);
        } catch (UncheckedIOException notJson) {
            return RawObject.EMPTY;
        }
    }

    /** Returns where ECS waits for somebody to answer a pause hook. */
    Optional<Paused> paused() {
        List<RawObject> stages = all("stages");
        return stages.isEmpty() || !isUnderWay()
                ? Optional.empty()
                : Optional.of(stages.get(stages.size() - 1))
                        .filter(stage -> "true".equals(stage.members().get("waits")))
                        .map(stage -> new Paused(stage.text("stage"), stage.text("at")));
    }

    /**
     * A stay at a stage; a canary shift comes back to the same one.
     *
     * @param stage the stage, as AWS names it
     * @param since since when it was seen there
     */
    record Paused(String stage, String since) {
        /** Returns how an answer to it is told from answers to others. */
        String key() {
            return stage + " (since " + since + "): ";
        }
    }

    static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> number(RawObject in, String name) {
        try {
            return Optional.ofNullable(in.members().get(name)).map(BigDecimal::new);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
