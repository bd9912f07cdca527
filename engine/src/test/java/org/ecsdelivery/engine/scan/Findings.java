package org.ecsdelivery.engine.scan;

import java.util.Optional;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.engine.scan.Finding.Component;
import org.ecsdelivery.engine.scan.Finding.Fix;

/** Findings that tests know by name. */
public final class Findings {
    /** One of the gravest sort; nobody tells whether there is a fix. */
    public static final Finding CRITICAL = of("CVE-2026-1", FindingSeverity.CRITICAL, "openssl", "3.0.1");

    private Findings() {}

    /** Returns a finding as basic scanning tells it. */
    public static Finding of(String name, FindingSeverity severity, String component, String version) {
        return new Finding(
                name,
                severity,
                new Component(component, version),
                Fix.UNKNOWN,
                false,
                "https://cve.example.com/" + name);
    }

    /** Returns the finding with a version that mends it. */
    public static Finding fixedIn(Finding finding, String version) {
        return with(finding, new Fix(Optional.of(true), version), false);
    }

    /** Returns the finding without any version that mends it. */
    public static Finding withoutFix(Finding finding) {
        return with(finding, new Fix(Optional.of(false), ""), false);
    }

    /** Returns the finding suppressed by a rule. */
    public static Finding suppressed(Finding finding) {
        return with(finding, finding.fix(), true);
    }

    private static Finding with(Finding finding, Fix fix, boolean suppressed) {
        return new Finding(finding.name(), finding.severity(), finding.component(), fix, suppressed, finding.address());
    }
}
