package org.ecsdelivery.common.settings;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.TextForms;

/** Reads tags for a revision, as ECS takes them (ECS API reference, Tag and RegisterTaskDefinition). */
public final class RevisionTags {
    /** What the names of the tags begin with that name the build. */
    public static final String OF_THE_BUILD = "ecs-delivery:";

    /** The most tags that a task definition takes. */
    public static final int MOST = 50;

    private static final String OF_AWS = "aws:";
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final Pattern WRITABLE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private RevisionTags() {}

    static Map<String, String> parse(String text) {
        Map<String, String> all = TextForms.assignments(text);
        if (all.size() > MOST) {
            throw new IllegalArgumentException(all.size() + " tags are more than " + MOST);
        }
        all.forEach(RevisionTags::check);
        return all;
    }

    private static void check(String key, String value) {
        if (key.toLowerCase(Locale.ROOT).startsWith(OF_AWS) || key.startsWith(OF_THE_BUILD)) {
            throw new IllegalArgumentException("'" + key + "' begins with " + OF_AWS + " or " + OF_THE_BUILD
                    + ", which AWS and this plugin keep for themselves");
        }
        if (key.length() > LONGEST_KEY || !WRITABLE.matcher(key).matches()) {
            throw new IllegalArgumentException("'" + key + "' is no key of at most " + LONGEST_KEY
                    + " letters, digits, blanks and _ . : / = + - @");
        }
        // the value may come from a password of the build: it is never quoted
        if (value.length() > LONGEST_VALUE || !WRITABLE.matcher(value).matches()) {
            throw new IllegalArgumentException("the value of '" + key + "' is not one of at most " + LONGEST_VALUE
                    + " letters, digits, blanks and _ . : / = + - @");
        }
    }
}
