package org.ecsdelivery.server.health;

import java.util.Map;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;
import org.ecsdelivery.common.parameter.Parameter;

/**
 * One risky setting; holds names and never a value that might be secret.
 *
 * @param severity how much it matters
 * @param field the setting
 * @param what what is there
 * @param why what may come of it
 * @param remedy what to do
 */
record Risk(ItemSeverity severity, Parameter field, String what, String why, String remedy) {

    /** Returns what the page shows; plain texts, which it escapes. */
    Map<String, Object> shown() {
        return Map.of("field", field.label(), "what", what, "why", why, "remedy", remedy);
    }
}
