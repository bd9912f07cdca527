package org.ecsdelivery.dsl.xml;

import java.util.Map;

/** The references that XML has without a document type. */
final class References {
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private final Cursor place;

    References(Cursor place) {
        this.place = place;
    }

    String resolve(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int at = 0;
        for (int start = raw.indexOf('&'); start >= 0; start = raw.indexOf('&', at)) {
            int end = raw.indexOf(';', start);
            if (end < 0) {
                throw problem(raw.substring(start));
            }
            out.append(raw, at, start).append(one(raw.substring(start + 1, end)));
            at = end + 1;
        }
        return out.append(raw, at, raw.length()).toString();
    }

    private String one(String name) {
        String named = NAMED.get(name);
        return named != null ? named : Character.toString(number(name));
    }

    private int number(String name) {
        try {
            int code = name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : decimal(name);
            if (XmlCharacters.isAllowed(code)) {
                return code;
            }
        } catch (NumberFormatException ignored) {
            // the refusal below says all there is to say
        }
        throw problem("&" + name + ";");
    }

    private static int decimal(String name) {
        return name.startsWith("#") ? Integer.parseInt(name.substring(1)) : -1;
    }

    private XmlProblem problem(String reference) {
        String shown = reference.length() > 20 ? reference.substring(0, 20) + "..." : reference;
        return place.problem("'" + shown + "' is no character that XML knows. Write &amp; for an ampersand.");
    }
}
