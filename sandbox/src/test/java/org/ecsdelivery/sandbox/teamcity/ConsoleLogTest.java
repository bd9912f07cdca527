package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import jetbrains.buildServer.messages.Status;
import org.junit.jupiter.api.Test;

class ConsoleLogTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final StringBuilder out = new StringBuilder();
    private final ConsoleLog console = new ConsoleLog(out, ZoneOffset.UTC);

    @Test
    void indentsByBlock() {
        console.line(new LogLine(NOON, 0, LogLine.Kind.BLOCK_OPENED, Status.NORMAL, "Step 1/1"));
        console.line(new LogLine(NOON.plusSeconds(2), 1, LogLine.Kind.MESSAGE, Status.WARNING, "slow"));
        console.line(new LogLine(NOON.plusSeconds(3), 0, LogLine.Kind.BLOCK_CLOSED, Status.NORMAL, "Step 1/1"));
        assertThat(out).hasToString("[12:00:00] : Step 1/1\n[12:00:02]W:   slow\n");
    }

    @Test
    void keepsTheIndentationOfEveryLineOfAText() {
        console.line(new LogLine(NOON, 1, LogLine.Kind.MESSAGE, Status.ERROR, "one\ntwo"));
        assertThat(out).hasToString("[12:00:00]E:   one\n[12:00:00]E:   two\n");
    }
}
