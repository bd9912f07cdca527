package org.ecsdelivery.engine.scan;

import java.util.Optional;
import org.ecsdelivery.common.settings.FindingSeverity;

/**
 * One thing that a scan found.
 *
 * @param name its name, such as {@code CVE-2026-12345}
 * @param severity how grave it is
 * @param component where it is
 * @param fix whether it can be mended by an update
 * @param suppressed whether a rule of Amazon Inspector says that it shall not be shown
 * @param address where more about it can be read, or empty
 */
public record Finding(
        String name, FindingSeverity severity, Component component, Fix fix, boolean suppressed, String address) {
    /**
     * The package that a finding is in.
     *
     * @param name its name, or empty where the scan does not tell
     * @param version its version, or empty
     */
    public record Component(String name, String version) {
        @Override
        public String toString() {
            return (name + " " + version).strip();
        }
    }

    /**
     * Whether a finding can be mended.
     *
     * @param available whether there is a fix; empty where the scan does not tell, as basic scanning does not
     * @param version the version with the fix, or empty
     */
    public record Fix(Optional<Boolean> available, String version) {
        /** Nobody tells. */
        public static final Fix UNKNOWN = new Fix(Optional.empty(), "");
    }

    /** Tells whether the other is the same finding in the same package, of whatever version. */
    boolean isOfSameKindAs(Finding other) {
        return name.equals(other.name) && component.name().equals(other.component.name());
    }
}
