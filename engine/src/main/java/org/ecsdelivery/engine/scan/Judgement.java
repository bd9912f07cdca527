package org.ecsdelivery.engine.scan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.IgnoredFinding;
import org.ecsdelivery.common.settings.ScanSettings;

/**
 * Tells which findings count. One that is ignored is told as ignored whatever else excuses it, so that an entry that nothing needs any
 * more can be seen.
 *
 * @param settings the settings
 * @param today the day by which entries are over
 * @param known the findings of the image to compare with
 */
record Judgement(ScanSettings settings, LocalDate today, List<Finding> known) {
    JudgedFinding of(Finding finding) {
        Optional<IgnoredFinding> entry = settings.ignored().stream()
                .filter(each -> each.name().equals(finding.name()) && !each.isOverOn(today))
                .findFirst();
        if (entry.isPresent()) {
            return new JudgedFinding(
                    finding,
                    Ruling.IGNORED,
                    "until " + entry.get().until() + " because " + entry.get().because());
        }
        return new JudgedFinding(finding, ruling(finding), "");
    }

    private Ruling ruling(Finding finding) {
        if (finding.suppressed()) {
            return Ruling.SUPPRESSED;
        }
        if (!finding.severity().isAtLeast(settings.failOn())) {
            return Ruling.NOT_GRAVE;
        }
        if (settings.onlyFixable() && finding.fix().available().equals(Optional.of(false))) {
            return Ruling.NO_FIX;
        }
        return known.stream().anyMatch(finding::isOfSameKindAs) ? Ruling.KNOWN : Ruling.COUNTS;
    }
}
