package org.ecsdelivery.engine.envfile.dialect;

/**
 * Docker Compose 2 ({@code compose-go/dotenv}): double quotes, in which backslash, quote and dollar are escaped. Its single quotes
 * have no way to end in a backslash. A carriage return is written as an escape, since a reader of lines may drop it before a line
 * feed.
 */
final class ComposeQuotes extends DialectRule {
    @Override
    String write(String value) {
        return Plain.is(value) ? value : '"' + Escaped.before(value, "\\\"$").replace("\r", "\\r") + '"';
    }
}
