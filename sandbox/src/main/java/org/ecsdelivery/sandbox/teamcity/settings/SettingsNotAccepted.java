package org.ecsdelivery.sandbox.teamcity.settings;

import java.util.List;

/** Settings that a server would not take over, with everything that is wrong with them. */
public final class SettingsNotAccepted extends RuntimeException {
    private static final long serialVersionUID = 1;

    SettingsNotAccepted(List<String> problems) {
        super("The server does not accept these settings:\n" + String.join("\n", problems));
    }
}
