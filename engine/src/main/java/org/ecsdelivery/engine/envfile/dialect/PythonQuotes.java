package org.ecsdelivery.engine.envfile.dialect;

/**
 * The Python package python-dotenv: double quotes with the escapes of C. It expands <code>${NAME}</code> in every kind of quotes and
 * knows no escape for it, but the default of a variable without a name gives any text: <code>${:-$}</code> is a dollar. The same
 * way writes a backslash at the end, because version 0.21 takes {@code \\"} for an escaped quote and reads on into the next lines.
 */
final class PythonQuotes extends DialectRule {
    private static final String LAST_BACKSLASH = "${:-\\\\}";

    @Override
    String write(String value) {
        if (Plain.is(value)) {
            return value;
        }
        boolean last = value.endsWith("\\");
        String text = last ? value.substring(0, value.length() - 1) : value;
        return '"' + escaped(text) + (last ? LAST_BACKSLASH : "") + '"';
    }

    private static String escaped(String text) {
        return Escaped.before(text, "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("${", "${:-$}{");
    }
}
