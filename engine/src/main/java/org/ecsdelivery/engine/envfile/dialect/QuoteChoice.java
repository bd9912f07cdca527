package org.ecsdelivery.engine.envfile.dialect;

/** For readers without escapes: the kind of quotes that leaves a value as it is. */
abstract class QuoteChoice extends DialectRule {
    private static final String BLANKS = " \t\u000b\f";
    private static final String QUOTES = "'\"`";

    @Override
    final String write(String value) {
        if (Plain.is(value)) {
            return value;
        }
        for (char quote : QUOTES.toCharArray()) {
            if (fits(value, quote) && !value.endsWith("\\")) {
                return quoted(value, quote);
            }
        }
        return bareIsExact(value) ? value : hardest(value);
    }

    @Override
    final void checkName(String name) {
        Names.property(name);
    }

    /** Tells whether the value comes back from within these quotes. */
    abstract boolean fits(String value, char quote);

    /** Returns the value in these quotes. */
    String quoted(String value, char quote) {
        return quote + value + quote;
    }

    private String hardest(String value) {
        for (char quote : QUOTES.toCharArray()) {
            if (fits(value, quote)) {
                return quoted(value, quote);
            }
        }
        throw refusal(value);
    }

    /** Returns why no kind of quotes fits. */
    abstract Inexpressible refusal(String value);

    /** Tells whether the value is read as it is without quotes: one line, no {@code #}, no blank or quote at its ends. */
    private static boolean bareIsExact(String value) {
        return !value.isEmpty()
                && value.chars().noneMatch(c -> c == '#' || c == '\n' || c == '\r')
                && QUOTES.indexOf(value.charAt(0)) < 0
                && isNoBlank(value.charAt(0))
                && isNoBlank(value.charAt(value.length() - 1));
    }

    /** Whatever JavaScript's {@code trim} may take off counts as a blank: all that is not ASCII does. */
    private static boolean isNoBlank(char c) {
        return c < 0x7f && BLANKS.indexOf(c) < 0;
    }
}
