package org.ecsdelivery.dsl.diff;

import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.xml.Element;

/**
 * A value, which is compared whatever it is and never shown when it is a secret.
 *
 * @param text what stands in the settings
 * @param isSensitive whether it belongs where secrets are
 */
record Value(String text, boolean isSensitive) {
    private static final Pattern TOKEN_OR_REFERENCE = Pattern.compile("(credentialsJSON:[\\w-]+|%[^%\\s]+%)?");
    private static final Pattern LOGIN = Pattern.compile("(://[^/@:\\s]*:)[^/@%\\s]+@");

    static Value of(String text) {
        return new Value(text, false);
    }

    static Value none() {
        return of("");
    }

    /** Reads the value of a parameter; people did put secrets as they are into settings, before anything refused them. */
    static Value ofParam(Element param) {
        String text = Params.value(param);
        boolean meant = param.attribute("name").orElse("").startsWith("secure:")
                || param.attribute("spec").orElse("").strip().matches("password(\\s.*)?");
        return new Value(text, meant);
    }

    /** Returns this value as one that belongs where secrets are when another of the same name does: it may have been one before it was called so. */
    Value beside(Value other) {
        return new Value(text, isSensitive || other.isSensitive);
    }

    private boolean isSecret() {
        return isSensitive && !TOKEN_OR_REFERENCE.matcher(text).matches();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isLong() {
        return !isSensitive && text.indexOf('\n') >= 0;
    }

    /** Returns the value for people, in quotes; a password inside an address is left out. */
    String shown() {
        return isSecret() ? "(a secret)" : '"' + inOneLine(text) + '"';
    }

    /** Returns what to show of a line: no character of it moves the cursor or colours the screen. */
    static String inOneLine(String line) {
        StringBuilder out = new StringBuilder();
        LOGIN.matcher(line).replaceAll("$1...@").chars().forEach(each -> {
            switch (each) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(Character.isISOControl(each) ? "?" : String.valueOf((char) each));
            }
        });
        return out.toString();
    }
}
