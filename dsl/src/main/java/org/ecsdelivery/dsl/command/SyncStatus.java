package org.ecsdelivery.dsl.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.xml.Element;

/**
 * What a server says of the versioned settings of a project. It has no word for being at it or done but its message, whose phrases have been the
 * same for years.
 *
 * @param warning whether something is wrong
 * @param message what the server says
 * @param timestamp when it began to say so
 * @param missing parameters that somebody has to set on the server
 * @param errors what is wrong, with the file
 * @param revision the revision that was applied, if the message names one
 */
record SyncStatus(
        boolean warning,
        String message,
        String timestamp,
        List<String> missing,
        List<String> errors,
        Optional<String> revision) {
    private static final String APPLIED = "Changes from VCS are applied";
    private static final List<String> UNDER_WAY = List.of(
            "Running DSL",
            "Loading project settings from VCS",
            "Resolving maven dependencies",
            "Generating settings",
            "Waiting for update");
    private static final Pattern REVISION = Pattern.compile("\\brevision:? '?([0-9a-f]{7,64})\\b");

    /** Reads a status; one that says no type is no warning. */
    static SyncStatus of(Element status, UnaryOperator<String> hiding) {
        return new SyncStatus(
                status.attribute("type").orElse("info").matches("warn|warning|error"),
                Printable.of(status.attribute("message").orElse(""), hiding),
                status.attribute("timestamp").orElse(""),
                Arrays.stream(status.attribute("missingContextParameters")
                                .orElse("")
                                .split("\\s+"))
                        .filter(each -> !each.isEmpty())
                        .map(each -> Printable.of(each, hiding))
                        .toList(),
                status.elements("versionedSettingsError").stream()
                        .map(each -> error(each, hiding))
                        .toList(),
                revision(status.attribute("message").orElse("")));
    }

    /** Comments of commits, which stand before the revision, may name others. */
    private static Optional<String> revision(String message) {
        return REVISION.matcher(message)
                .results()
                .map((MatchResult each) -> each.group(1))
                .reduce((first, last) -> last);
    }

    private static String error(Element error, UnaryOperator<String> hiding) {
        String file = error.attribute("file").map(each -> each + ": ").orElse("");
        String type = error.attribute("type").map(each -> each + ": ").orElse("");
        return Printable.of(file + type + error.attribute("message").orElse("no message"), hiding);
    }

    boolean isUnderWay() {
        return !warning && !isApplied() && UNDER_WAY.stream().anyMatch(message::contains);
    }

    boolean isApplied() {
        return message.startsWith(APPLIED);
    }

    boolean isWrong() {
        return warning || !missing.isEmpty();
    }
}
