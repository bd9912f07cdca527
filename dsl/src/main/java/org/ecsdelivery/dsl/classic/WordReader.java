package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.classic.Word.Kind;
import org.ecsdelivery.dsl.classic.Word.Piece;

/** Reads words of a shell: quotes, escapes, variables and references of TeamCity, which are no syntax of the shell. */
final class WordReader {
    private static final Pattern REFERENCE = Pattern.compile("%[^%\\s]+%");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern BRACED = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final String ENDS = " \t\r\n;&|<>()";

    private final String text;
    private int at;
    private int end;
    private List<Piece> pieces = new ArrayList<>();
    private StringBuilder plain = new StringBuilder();

    WordReader(String text) {
        this.text = text;
    }

    boolean hasMore() {
        return at < text.length();
    }

    char peek() {
        return text.charAt(at);
    }

    char next() {
        return text.charAt(at++);
    }

    int at() {
        return at;
    }

    /** Returns where the last word ended. */
    int end() {
        return end;
    }

    int lineOf(int place) {
        return 1
                + (int) text.substring(0, Math.max(place, 0))
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }

    Refusal refusal(String what) {
        return new Refusal(
                "in line " + lineOf(at) + " there is " + what + "; only commands one after the other are taken apart");
    }

    void skipBlanks() {
        while (hasMore() && (" \t\r".indexOf(peek()) >= 0 || isContinuation())) {
            at += isContinuation() ? 2 : 1;
        }
    }

    private boolean isContinuation() {
        return text.startsWith("\\\n", at);
    }

    void skipLine() {
        while (hasMore() && peek() != '\n') {
            at++;
        }
    }

    /** Reads one word, up to what ends it. */
    Word word() {
        int start = at;
        pieces = new ArrayList<>();
        while (hasMore() && ENDS.indexOf(peek()) < 0) {
            character(start);
        }
        flush(false);
        end = at;
        return new Word(pieces, text.substring(start, at));
    }

    private void character(int start) {
        Matcher reference = REFERENCE.matcher(text).region(at, text.length());
        if (peek() == '%' && !text.startsWith("%%", at) && reference.lookingAt()) {
            plain.append(reference.group());
            at = reference.end();
            return;
        }
        char next = next();
        switch (next) {
            case '\\' -> escaped();
            case '\'' -> single();
            case '"' -> quoted();
            case '$' -> dollar(false);
            case '`' -> backtick(false);
            case '*', '?', '[', '{' -> opaque("'" + next + "'", false);
            case '~' -> tilde(start);
            case '^' -> caret();
            default -> plain.append(next);
        }
    }

    private void tilde(int start) {
        if (at - 1 == start) {
            opaque("'~'", false);
        } else {
            plain.append('~');
        }
    }

    private void caret() {
        if (!hasMore() || peek() == '\n') {
            throw refusal("a line that goes on by '^', as on the command line of Windows");
        }
        plain.append('^');
    }

    private void escaped() {
        if (!hasMore()) {
            plain.append('\\');
        } else if (peek() == '\n') {
            at++;
        } else {
            flush(false);
            plain.append(next());
            flush(true);
        }
    }

    private void single() {
        flush(false);
        int close = text.indexOf('\'', at);
        if (close < 0) {
            throw refusal("a quote without its end");
        }
        plain.append(text, at, close);
        at = close + 1;
        flush(true);
    }

    private void quoted() {
        flush(false);
        while (hasMore() && peek() != '"') {
            Matcher reference = REFERENCE.matcher(text).region(at, text.length());
            if (peek() == '%'
                    && !text.startsWith("%%", at)
                    && reference.lookingAt()
                    && reference.group().indexOf('"') < 0) {
                plain.append(reference.group());
                at = reference.end();
                continue;
            }
            char next = next();
            switch (next) {
                case '\\' -> escapedInQuotes();
                case '$' -> dollar(true);
                case '`' -> backtick(true);
                default -> plain.append(next);
            }
        }
        if (!hasMore()) {
            throw refusal("a quote without its end");
        }
        at++;
        flush(true);
    }

    private void escapedInQuotes() {
        if (hasMore() && "$`\"\\".indexOf(peek()) >= 0) {
            plain.append(next());
        } else if (hasMore() && peek() == '\n') {
            at++;
        } else {
            plain.append('\\');
        }
    }

    private void dollar(boolean quoted) {
        Matcher name = NAME.matcher(text).region(at, text.length());
        Matcher braced = BRACED.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            variable(name.group(), name.end(), quoted);
        } else if (braced.lookingAt()) {
            variable(braced.group(1), braced.end(), quoted);
        } else if (hasMore() && peek() == '(') {
            at++;
            output(')', quoted);
        } else if (hasMore() && peek() == '{') {
            at++;
            int begin = at;
            skipTo('{', '}');
            opaque("'${" + nameIn(text.substring(begin, at)) + "...}'", quoted);
        } else if (hasMore() && ("?@#*!$-'\"".indexOf(peek()) >= 0 || Character.isDigit(peek()))) {
            opaque("'$" + (peek() == '\'' || peek() == '"' ? peek() : next()) + "'", quoted);
        } else {
            plain.append('$');
        }
    }

    private static String nameIn(String expression) {
        Matcher name = NAME.matcher(expression);
        return name.find() ? name.group() : "";
    }

    private void variable(String name, int next, boolean quoted) {
        flush(quoted);
        pieces.add(new Piece(Kind.VARIABLE, name, quoted));
        at = next;
    }

    private void output(char close, boolean quoted) {
        flush(quoted);
        int begin = at;
        skipTo('(', close);
        pieces.add(new Piece(Kind.OUTPUT, text.substring(begin, at - 1), quoted));
    }

    private void backtick(boolean quoted) {
        flush(quoted);
        int close = text.indexOf('`', at);
        if (close < 0) {
            throw refusal("a '`' without its end");
        }
        pieces.add(new Piece(Kind.OUTPUT, text.substring(at, close), quoted));
        at = close + 1;
    }

    /** Skips to the end of what an opening character has begun; quotes hide both. */
    private void skipTo(char open, char close) {
        int depth = 1;
        while (depth > 0) {
            if (!hasMore()) {
                throw refusal("a '$" + open + "' without its end");
            }
            char next = next();
            if (next == '\\' && hasMore()) {
                at++;
            } else if (next == '\'' && text.indexOf('\'', at) >= 0) {
                at = text.indexOf('\'', at) + 1;
            } else if (next == open) {
                depth++;
            } else if (next == close) {
                depth--;
            }
        }
    }

    private void opaque(String what, boolean quoted) {
        flush(quoted);
        pieces.add(new Piece(Kind.OPAQUE, what, quoted));
    }

    private void flush(boolean quoted) {
        if (plain.length() > 0 || quoted) {
            pieces.add(new Piece(Kind.TEXT, plain.toString(), quoted));
        }
        plain = new StringBuilder();
    }
}
