package org.ecsdelivery.dsl.imports;

import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.dsl.Setting;

/** A way to begin saying a step, trigger or feature. */
interface Beginning {
    /** Returns a setting that began like this. */
    Setting made();

    /** Begins, when all that is needed for it is wanted. */
    Optional<Chain> begin(Map<String, String> wanted, Names names);
}
