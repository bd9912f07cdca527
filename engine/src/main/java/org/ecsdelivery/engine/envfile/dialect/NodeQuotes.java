package org.ecsdelivery.engine.envfile.dialect;

/**
 * {@code node --env-file}: the first quote of the same kind ends a value, and there are no escapes but <code>\n</code> in double
 * quotes. Every carriage return of the file is dropped.
 */
final class NodeQuotes extends QuoteChoice {
    @Override
    boolean fits(String value, char quote) {
        return value.indexOf('\r') < 0 && value.indexOf(quote) < 0 && (quote != '"' || !value.contains("\\n"));
    }

    @Override
    Inexpressible refusal(String value) {
        return value.indexOf('\r') >= 0
                ? new Inexpressible(
                        "the value has a carriage return, and node drops those", "encode it, such as in base64")
                : new Inexpressible(
                        "the value has each kind of quotes, and a #, a line break, or a blank or quote at its ends; node has no"
                                + " escape for them",
                        "encode it, such as in base64");
    }

    /** Node 20 takes a comment at the very end for a variable when there is a {@code =} in it. */
    @Override
    public String closing(CharSequence text) {
        String seen = text.toString().stripTrailing();
        return seen.startsWith("#", seen.lastIndexOf('\n') + 1) ? "#\n" : "";
    }
}
