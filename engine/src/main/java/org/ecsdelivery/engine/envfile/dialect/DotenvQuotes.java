package org.ecsdelivery.engine.envfile.dialect;

/**
 * The npm package dotenv, 16 and later. A quote behind a backslash does not end a value, and the backslash stays. In double quotes
 * <code>\n</code> and <code>\r</code> become line ends; elsewhere a carriage return becomes a line feed.
 */
final class DotenvQuotes extends QuoteChoice {
    @Override
    boolean fits(String value, char quote) {
        return endsOnlyBehindBackslash(value, quote)
                && (quote == '"' ? !value.contains("\\n") && !value.contains("\\r") : value.indexOf('\r') < 0);
    }

    /**
     * A backslash before the closing quote makes the reader look for a later quote that could end the value. The comment holds one
     * that cannot: more than blanks and a comment stands behind it.
     */
    @Override
    String quoted(String value, char quote) {
        String text = quote == '"' ? value.replace("\r", "\\r") : value;
        return quote + text + quote + (value.endsWith("\\") ? " # " + quote + "." : "");
    }

    @Override
    Inexpressible refusal(String value) {
        return value.indexOf('\r') >= 0
                ? new Inexpressible(
                        "the value has a carriage return, which dotenv reads from within double quotes only, and beside it a double"
                                + " quote or the letters \\n or \\r",
                        "encode it, such as in base64")
                : new Inexpressible(
                        "the value has each kind of quotes, and a #, a line break, or a blank or quote at its ends; dotenv has no"
                                + " escape for them",
                        "encode it, such as in base64");
    }

    private static boolean endsOnlyBehindBackslash(String value, char quote) {
        for (int at = value.indexOf(quote); at >= 0; at = value.indexOf(quote, at + 1)) {
            if (at == 0 || value.charAt(at - 1) != '\\') {
                return false;
            }
        }
        return true;
    }
}
