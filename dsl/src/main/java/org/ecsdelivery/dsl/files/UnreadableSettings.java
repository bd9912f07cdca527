package org.ecsdelivery.dsl.files;

import java.util.List;

/** Files of a settings directory that cannot be read; all of them at once. */
public final class UnreadableSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableSettings(List<String> problems) {
        super("The settings cannot be read:\n" + String.join("\n", problems));
    }
}
