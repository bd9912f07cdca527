package org.ecsdelivery.server;

import static org.ecsdelivery.common.settings.CoverageParameters.BASELINE;
import static org.ecsdelivery.common.settings.CoverageParameters.BASELINE_FILE;
import static org.ecsdelivery.common.settings.CoverageParameters.BLOCKS;
import static org.ecsdelivery.common.settings.CoverageParameters.COMPONENTS;
import static org.ecsdelivery.common.settings.CoverageParameters.EXCLUDE;
import static org.ecsdelivery.common.settings.CoverageParameters.HTML;
import static org.ecsdelivery.common.settings.CoverageParameters.HTML_DIRECTORY;
import static org.ecsdelivery.common.settings.CoverageParameters.MINIMUMS;
import static org.ecsdelivery.common.settings.CoverageParameters.OLDER;
import static org.ecsdelivery.common.settings.CoverageParameters.PARTIAL;
import static org.ecsdelivery.common.settings.CoverageParameters.PATCH;
import static org.ecsdelivery.common.settings.CoverageParameters.PATCH_BASE;
import static org.ecsdelivery.common.settings.CoverageParameters.PATCH_DIFF;
import static org.ecsdelivery.common.settings.CoverageParameters.PATHS;
import static org.ecsdelivery.common.settings.CoverageParameters.RATCHET;
import static org.ecsdelivery.common.settings.CoverageParameters.REPORTS;
import static org.ecsdelivery.common.settings.CoverageParameters.TOLERANCE;
import static org.ecsdelivery.common.settings.CoverageParameters.WHEN_MISSING;

import java.util.List;

/** How the coverage step's pages group their fields; a bean that the pages make themselves. */
public final class CoverageForm {
    private static final List<SettingsGroup> GROUPS = List.of(
            SettingsGroup.of("Reports", List.of(REPORTS, EXCLUDE, PATHS, WHEN_MISSING, OLDER)),
            SettingsGroup.of("Published", List.of(HTML, HTML_DIRECTORY, BLOCKS)),
            SettingsGroup.of("Changed lines", List.of(PATCH, PATCH_BASE, PATCH_DIFF)),
            SettingsGroup.of(
                    "Demands", List.of(MINIMUMS, COMPONENTS, RATCHET, BASELINE, BASELINE_FILE, TOLERANCE, PARTIAL)));

    /** Returns the groups, in the order of the page. */
    public List<SettingsGroup> getGroups() {
        return GROUPS;
    }
}
