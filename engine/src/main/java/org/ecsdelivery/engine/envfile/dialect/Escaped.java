package org.ecsdelivery.engine.envfile.dialect;

/** Text with some characters replaced. */
final class Escaped {
    private Escaped() {}

    /** Puts a backslash before each of the characters. */
    static String before(String value, String characters) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            text.append(characters.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return text.toString();
    }
}
