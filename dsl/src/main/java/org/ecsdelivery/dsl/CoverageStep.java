package org.ecsdelivery.dsl;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.CoverageGate.Ratchet.Baseline;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.CoverageSettings.Blocks;
import org.ecsdelivery.common.settings.CoverageSettings.Html;
import org.ecsdelivery.common.settings.CoverageSettings.PatchSource;
import org.ecsdelivery.common.settings.CoverageSettings.WhenMissing;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.value.CoverageMetric;

/** Publishes coverage and holds it against demands. Every text may hold parameter references such as {@code %coverage.least%}. */
public final class CoverageStep extends TypedStep<CoverageStep> {
    private CoverageStep(StepFrame frame, StepParameters parameters) {
        super(frame, parameters);
    }

    /** Returns a step that publishes the reports that it finds where the usual tools write them. */
    public static CoverageStep ofWhatIsFound() {
        return new CoverageStep(StepFrame.none(), StepParameters.none());
    }

    /** Returns this step reading the reports of these patterns, all of them as one. */
    public CoverageStep reports(String first, String... more) {
        return withLines(CoverageParameters.REPORTS, first, more);
    }

    /** Returns this step doing something else than failing when there is no report. */
    public CoverageStep whenMissing(WhenMissing what) {
        return whenMissing(what.name());
    }

    /** Returns this step with {@link #whenMissing(WhenMissing)} decided by a parameter of the build. */
    public CoverageStep whenMissing(String reference) {
        return with(CoverageParameters.WHEN_MISSING, reference);
    }

    /** Returns this step reading, or not, reports from before the build too. */
    public CoverageStep olderReports(boolean on) {
        return olderReports(Boolean.toString(on));
    }

    /** Returns this step with {@link #olderReports(boolean)} decided by a parameter of the build. */
    public CoverageStep olderReports(String reference) {
        return with(CoverageParameters.OLDER, reference);
    }

    /** Returns this step leaving out the source files of these patterns. */
    public CoverageStep leaveOut(String first, String... more) {
        return withLines(CoverageParameters.EXCLUDE, first, more);
    }

    /** Returns this step with one more rule for paths: what starts with the first starts with the second. */
    public CoverageStep path(String from, String to) {
        return withLine(CoverageParameters.PATHS, from + "=>" + to);
    }

    /** Returns this step publishing another HTML report than its own, or none. */
    public CoverageStep html(Html which) {
        return html(which.name());
    }

    /** Returns this step with {@link #html(Html)} decided by a parameter of the build. */
    public CoverageStep html(String reference) {
        return with(CoverageParameters.HTML, reference);
    }

    /** Returns this step publishing the HTML report that a tool has made in a directory. */
    public CoverageStep readyMadeHtml(String directory) {
        return html(Html.READY_MADE).with(CoverageParameters.HTML_DIRECTORY, directory);
    }

    /** Returns this step with something that TeamCity shows as block coverage. */
    public CoverageStep blocks(Blocks which) {
        return blocks(which.name());
    }

    /** Returns this step with {@link #blocks(Blocks)} decided by a parameter of the build. */
    public CoverageStep blocks(String reference) {
        return with(CoverageParameters.BLOCKS, reference);
    }

    /** Returns this step looking at the lines that differ from where the branch left another, such as {@code origin/main}. */
    public CoverageStep changedSince(String base) {
        return changedLines(PatchSource.Kind.GIT.name()).with(CoverageParameters.PATCH_BASE, base);
    }

    /** Returns this step looking at the lines of a diff file. */
    public CoverageStep changedIn(String diff) {
        return changedLines(PatchSource.Kind.DIFF.name()).with(CoverageParameters.PATCH_DIFF, diff);
    }

    /** Returns this step looking at changed lines of a kind that needs no more said: FILES, or none with OFF. */
    public CoverageStep changedLines(PatchSource.Kind kind) {
        return changedLines(kind.name());
    }

    /** Returns this step with the kind of changed lines decided by a parameter of the build: OFF, GIT, DIFF or FILES. */
    public CoverageStep changedLines(String reference) {
        return with(CoverageParameters.PATCH, reference);
    }

    /** Returns this step with one more demand on all files. */
    public CoverageStep atLeast(CoverageMetric metric, String percent) {
        return demand(metric.word() + " " + percent);
    }

    /** Returns this step with one more demand on the changed lines. */
    public CoverageStep atLeastOfChanged(CoverageMetric metric, String percent) {
        return demand("changed " + metric.word() + " " + percent);
    }

    /** Returns this step with one more demand on a component. */
    public CoverageStep atLeastOf(String component, CoverageMetric metric, String percent) {
        return demand(component + ": " + metric.word() + " " + percent);
    }

    /** Returns this step with one more demand as people write it, such as {@code lines 80}. */
    public CoverageStep demand(String line) {
        return withLine(CoverageParameters.MINIMUMS, line);
    }

    /** Returns this step with one more component: its name and the patterns of its files. */
    public CoverageStep component(String name, String pattern, String... more) {
        String patterns = Stream.concat(Stream.of(pattern), Arrays.stream(more)).collect(Collectors.joining(", "));
        return withLine(CoverageParameters.COMPONENTS, name + "=" + patterns);
    }

    /** Returns this step failing when one of these falls below the baseline. */
    public CoverageStep mustNotFall(CoverageMetric first, CoverageMetric... more) {
        return mustNotFall(Stream.concat(Stream.of(first), Arrays.stream(more))
                .map(CoverageMetric::word)
                .collect(Collectors.joining(", ")));
    }

    /** Returns this step with {@link #mustNotFall(CoverageMetric, CoverageMetric...)} decided by a parameter of the build. */
    public CoverageStep mustNotFall(String reference) {
        return with(CoverageParameters.RATCHET, reference);
    }

    /** Returns this step comparing with a file of the checkout instead of the last successful build. */
    public CoverageStep baselineFile(String path) {
        return baseline(Baseline.FILE.name()).with(CoverageParameters.BASELINE_FILE, path);
    }

    /** Returns this step with the kind of baseline decided by a parameter of the build: BUILD or FILE. */
    public CoverageStep baseline(String reference) {
        return with(CoverageParameters.BASELINE, reference);
    }

    /** Returns this step letting a share fall by so many percentage points. */
    public CoverageStep tolerance(String points) {
        return with(CoverageParameters.TOLERANCE, points);
    }

    /** Returns this step demanding nothing, because only part of the tests ran. */
    public CoverageStep partial(boolean on) {
        return partial(Boolean.toString(on));
    }

    /** Returns this step with {@link #partial(boolean)} decided by a parameter of the build. */
    public CoverageStep partial(String reference) {
        return with(CoverageParameters.PARTIAL, reference);
    }

    @Override
    public String type() {
        return RunTypeId.COVERAGE;
    }

    @Override
    public Map<String, String> parameters() {
        return inOrderOf(CoverageParameters.ALL);
    }

    @Override
    CoverageStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new CoverageStep(newFrame, newParameters);
    }
}
