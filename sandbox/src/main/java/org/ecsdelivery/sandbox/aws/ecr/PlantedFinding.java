package org.ecsdelivery.sandbox.aws.ecr;

/**
 * A vulnerability that scans are to find.
 *
 * @param name its name, such as {@code CVE-2026-12345}
 * @param severity {@code CRITICAL} to {@code INFORMATIONAL}
 * @param packageName the package that has it
 * @param version the version of that package
 * @param fixedIn the version that mends it, or the empty text; enhanced scanning tells
 * @param suppressed whether a rule of Amazon Inspector suppresses it; enhanced scanning tells
 */
public record PlantedFinding(
        String name, String severity, String packageName, String version, String fixedIn, boolean suppressed) {
    /** Plants a vulnerability that nothing mends. */
    public static PlantedFinding of(String name, String severity, String packageName, String version) {
        return new PlantedFinding(name, severity, packageName, version, "", false);
    }

    /** Returns it with a version that mends it. */
    public PlantedFinding fixedIn(String mended) {
        return new PlantedFinding(name, severity, packageName, version, mended, suppressed);
    }

    /** Returns it suppressed by a rule. */
    public PlantedFinding whichIsSuppressed() {
        return new PlantedFinding(name, severity, packageName, version, fixedIn, true);
    }
}
