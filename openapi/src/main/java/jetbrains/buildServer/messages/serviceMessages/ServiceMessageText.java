package jetbrains.buildServer.messages.serviceMessages;

import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and escapes the text of service messages; not a type of TeamCity's, so it is not public. */
final class ServiceMessageText {
    private final String text;
    private int position;

    ServiceMessageText(String text, int position) {
        this.text = text;
        this.position = position;
    }

    static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int index = 0; value != null && index < value.length(); index++) {
            escaped.append(escape(value.charAt(index)));
        }
        return escaped.toString();
    }

    private static String escape(char character) {
        return switch (character) {
            case '\n' -> "|n";
            case '\r' -> "|r";
            case '\'', '|', '[', ']' -> "|" + character;
            case '\u0085' -> "|x";
            case '\u2028' -> "|l";
            case '\u2029' -> "|p";
            default -> character < 128 ? String.valueOf(character) : String.format("|0x%04x", (int) character);
        };
    }

    String word() throws ParseException {
        int start = position;
        while (" =]'".indexOf(current()) < 0) {
            position++;
        }
        if (start == position) {
            throw new ParseException("A name was expected in the service message " + text, position);
        }
        return text.substring(start, position);
    }

    /** Reads the values up to the closing bracket; an unnamed one gets the given key. */
    Map<String, String> values(String keyOfUnnamed) throws ParseException {
        Map<String, String> values = new LinkedHashMap<>();
        for (skipSpaces(); current() != ']'; skipSpaces()) {
            String key = keyOfUnnamed;
            if (current() != '\'') {
                key = word();
                skipSpaces();
                expect('=');
                skipSpaces();
            }
            values.put(key, quoted());
        }
        return values;
    }

    private String quoted() throws ParseException {
        expect('\'');
        StringBuilder value = new StringBuilder();
        while (current() != '\'') {
            value.append(current() == '|' ? unescaped() : current());
            position++;
        }
        position++;
        return value.toString();
    }

    private char unescaped() throws ParseException {
        position++;
        return switch (current()) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'x' -> '\u0085';
            case 'l' -> '\u2028';
            case 'p' -> '\u2029';
            case '0' -> hexadecimal();
            default -> current();
        };
    }

    private char hexadecimal() throws ParseException {
        int start = position + 2;
        try {
            char character = (char) Integer.parseInt(text.substring(start, start + 4), 16);
            position = start + 3;
            return character;
        } catch (NumberFormatException | StringIndexOutOfBoundsException cause) {
            throw new ParseException("|0x needs four hexadecimal digits in the service message " + text, position);
        }
    }

    private void skipSpaces() throws ParseException {
        while (current() == ' ') {
            position++;
        }
    }

    private void expect(char character) throws ParseException {
        if (current() != character) {
            throw new ParseException(
                    "Character " + character + " was expected at " + position + " in the service message " + text,
                    position);
        }
        position++;
    }

    private char current() throws ParseException {
        if (position >= text.length()) {
            throw new ParseException("The service message has no end: " + text, position);
        }
        return text.charAt(position);
    }
}
