package org.ecsdelivery.engine.report;

/** A page in the making: markup is ours, every text is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Adds markup of our own. */
    Html markup(String markup) {
        page.append(markup);
        return this;
    }

    /** Adds text of anybody. */
    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** Adds an element that holds only text. */
    Html element(String openTag, String text) {
        int end = openTag.indexOf(' ');
        String name = end < 0 ? openTag : openTag.substring(0, end);
        return markup("<" + openTag + ">").text(text).markup("</" + name + ">");
    }

    @Override
    public String toString() {
        return page.toString();
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int point) {
        switch (point) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> {
                // control characters, such as the colours of a log line, are no HTML
                if (point >= ' ' || point == '\n' || point == '\t') {
                    escaped.appendCodePoint(point);
                }
            }
        }
    }
}
