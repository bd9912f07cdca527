package org.ecsdelivery.dsl.classic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a shell command.
 *
 * @param pieces what it is put together of
 * @param source how it is written
 */
record Word(List<Piece> pieces, String source) {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(.*)", Pattern.DOTALL);

    /** What a piece of a word is. */
    enum Kind {
        /** Characters that stand for themselves. */
        TEXT,
        /** The name of a variable. */
        VARIABLE,
        /** A command whose output is put here. */
        OUTPUT,
        /** Something that only a shell can tell. */
        OPAQUE
    }

    /**
     * A piece of a word.
     *
     * @param kind what it is
     * @param text what is said of it
     * @param quoted whether it stands between quotes
     */
    record Piece(Kind kind, String text, boolean quoted) {}

    Word {
        pieces = List.copyOf(pieces);
    }

    /** Returns the name that this word assigns a value to. */
    Optional<String> assigned() {
        return assignment().map(each -> each.group(1));
    }

    /** Returns the value of an assignment. */
    Word value() {
        String rest = assignment().map(each -> each.group(2)).orElse("");
        List<Piece> value = new java.util.ArrayList<>(pieces);
        value.set(0, new Piece(Kind.TEXT, rest, false));
        return new Word(value, source);
    }

    private Optional<Matcher> assignment() {
        if (pieces.isEmpty()
                || pieces.get(0).kind() != Kind.TEXT
                || pieces.get(0).quoted()) {
            return Optional.empty();
        }
        Matcher matcher = ASSIGNMENT.matcher(pieces.get(0).text());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** Returns the one command whose output this word is. */
    Optional<String> output() {
        List<Piece> said =
                pieces.stream().filter(each -> !each.text().isEmpty()).toList();
        return said.size() == 1 && said.get(0).kind() == Kind.OUTPUT
                ? Optional.of(said.get(0).text())
                : Optional.empty();
    }
}
