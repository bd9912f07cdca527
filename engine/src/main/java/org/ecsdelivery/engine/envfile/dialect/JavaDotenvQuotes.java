package org.ecsdelivery.engine.envfile.dialect;

/**
 * The Java library dotenv-java 3: double quotes without escapes, or none. It tries every line end within quotes as the end of the
 * entry first, so that not every value of several lines gets through.
 */
final class JavaDotenvQuotes extends DialectRule {
    @Override
    String write(String value) {
        if (value.isEmpty() || Plain.is(value) || bareIsExact(value)) {
            return value;
        }
        if (value.indexOf('\r') >= 0) {
            throw new Inexpressible(
                    "the value has a carriage return, and dotenv-java ends a line there",
                    "encode it, such as in base64");
        }
        if (value.indexOf('\n') >= 0 ? linesComeBack(value) : quotesComeBack(value)) {
            return '"' + value + '"';
        }
        throw new Inexpressible(
                "dotenv-java has no escapes: a double quote beside a # or a line break or at an end, a # in a line that others follow"
                        + " and a line break at the start cannot be written",
                "encode it, such as in base64");
    }

    private static boolean bareIsExact(String value) {
        char first = value.charAt(0);
        char last = value.charAt(value.length() - 1);
        return first > ' '
                && first < 0x7f
                && first != '"'
                && last > ' '
                && last < 0x7f
                && last != '"'
                && value.chars().noneMatch(c -> c == '#' || c == '\n' || c == '\r');
    }

    /** A quote inside must follow a backslash, which stays, and then no # may follow. */
    private static boolean quotesComeBack(String value) {
        for (int at = value.indexOf('"'); at >= 0; at = value.indexOf('"', at + 1)) {
            if (at == 0 || value.charAt(at - 1) != '\\' || value.indexOf('#') >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean linesComeBack(String value) {
        int lastBreak = value.lastIndexOf('\n');
        int lineBefore = value.lastIndexOf('\n', lastBreak - 1) + 1;
        int hash = value.indexOf('#');
        return value.indexOf('"') < 0
                && value.charAt(0) != '\n'
                && value.charAt(0) != '#'
                && (hash < 0 || hash > lastBreak || hash >= lineBefore && hasNoOtherBreak(value, hash, lastBreak));
    }

    /** What a full stop in a regular expression does not match ends the comment that the reader takes the # for. */
    private static boolean hasNoOtherBreak(String value, int from, int to) {
        return value.substring(from, to).chars().noneMatch(c -> c == 0x85 || c == 0x2028 || c == 0x2029);
    }
}
