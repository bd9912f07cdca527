package org.ecsdelivery.dsl;

import java.time.Duration;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.TextForms;

/** Time limits, as the plugin reads them. */
final class Minutes {
    private Minutes() {}

    static String of(Parameter parameter, Duration limit) {
        String minutes = Long.toString(limit.toMinutes());
        try {
            if (TextForms.minutes(minutes).equals(limit)) {
                return minutes;
            }
        } catch (IllegalArgumentException ignored) {
            // the refusal below says all there is to say
        }
        throw new IllegalArgumentException(parameter.label() + " (" + parameter.name() + "): " + limit
                + " is not a whole number of minutes from 1 to 1440");
    }
}
