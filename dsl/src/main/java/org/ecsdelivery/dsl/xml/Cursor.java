package org.ecsdelivery.dsl.xml;

/** A place in the text of an XML file. */
final class Cursor {
    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int counted;

    Cursor(String file, String text) {
        this.file = file;
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean sees(String wanted) {
        return text.startsWith(wanted, at);
    }

    boolean takes(String wanted) {
        boolean seen = sees(wanted);
        at += seen ? wanted.length() : 0;
        return seen;
    }

    void expect(String wanted) {
        if (!takes(wanted)) {
            throw problem("'" + wanted + "' is expected here, but there is " + excerpt()
                    + ". The file is cut off or was changed by hand.");
        }
    }

    /** Skips white space, if any; returns true so that loops can skip before they look. */
    boolean skipWhiteSpace() {
        while (at < text.length() && " \n\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return true;
    }

    /** Returns what stands before an end mark and goes behind it. */
    String upTo(String end, String what) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw problem(
                    what + " begins here and has no end (" + end + "). The file is cut off or was changed by hand.");
        }
        String before = text.substring(at, found);
        at = found + end.length();
        return before;
    }

    String textUpTo(char end, String parent) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw problem(parent + " is not closed. The file is cut off or was changed by hand.");
        }
        String before = text.substring(at, found);
        at = found;
        return before;
    }

    String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw problem("a name is expected here, but there is " + excerpt()
                    + ". The file is cut off or was changed by hand.");
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char each) {
        return each >= 'a' && each <= 'z'
                || each == '-'
                || each == '_'
                || each == ':'
                || each == '.'
                || Character.isLetterOrDigit(each);
    }

    String unescaped(String raw) {
        return raw.indexOf('&') < 0 ? raw : new References(this).resolve(raw);
    }

    Origin origin() {
        for (int end = text.indexOf('\n', counted); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) {
            line++;
            counted = end + 1;
        }
        return Origin.line(file, line);
    }

    XmlProblem problem(String what) {
        return new XmlProblem(origin(), what);
    }

    String excerpt() {
        if (atEnd()) {
            return "the end of the file";
        }
        String rest = text.substring(at, Math.min(text.length(), at + 20));
        return "'" + rest.replace("\n", " ").strip() + "'";
    }
}
