package org.ecsdelivery.common.value;

import java.util.regex.Pattern;

/** The one way a value type refuses text that is not of its form. */
final class Text {
    private Text() {}

    static String matching(Pattern form, String text, String whatItIs) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not " + whatItIs);
        }
        return text;
    }
}
