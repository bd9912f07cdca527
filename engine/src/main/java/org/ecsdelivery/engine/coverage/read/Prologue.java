package org.ecsdelivery.engine.coverage.read;

/** What stands before the first element of an XML document: its declaration, remarks, the document type. */
final class Prologue {
    private Prologue() {}

    /** Returns where it ends. */
    static int end(String text) {
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            if (open < 0 || open + 1 >= text.length()) {
                return text.length();
            }
            char kind = text.charAt(open + 1);
            if (kind != '?' && kind != '!') {
                return open;
            }
            at = after(text, open, kind);
        }
        return text.length();
    }

    private static int after(String text, int open, char kind) {
        if (kind == '?') {
            return past(text, "?>", open);
        }
        if (text.startsWith("<!--", open)) {
            return past(text, "-->", open);
        }
        int close = past(text, ">", open);
        int subset = text.indexOf('[', open);
        return subset < 0 || subset > close ? close : past(text, ">", past(text, "]", subset));
    }

    private static int past(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
