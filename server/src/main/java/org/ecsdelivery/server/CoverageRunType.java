package org.ecsdelivery.server;

import java.util.List;
import java.util.Map;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.RunTypeId;

/** The step that publishes coverage. */
public final class CoverageRunType extends StepRunType {

    /** Makes the step for a server. */
    public CoverageRunType(RunTypeRegistry registry, PluginDescriptor plugin) {
        super(registry, plugin);
    }

    @Override
    public String getType() {
        return RunTypeId.COVERAGE;
    }

    @Override
    public String getDisplayName() {
        return "Publish Coverage";
    }

    @Override
    public String getDescription() {
        return "Makes one figure and one report of all coverage reports, and fails the build when it is less than demanded";
    }

    @Override
    public String describeParameters(Map<String, String> given) {
        String reports = onOneLine(given, CoverageParameters.REPORTS);
        String demands = onOneLine(given, CoverageParameters.MINIMUMS);
        String ratchet = onOneLine(given, CoverageParameters.RATCHET);
        return "Publishes " + (reports.isEmpty() ? "the coverage that is found" : "the coverage of " + reports)
                + (demands.isEmpty() ? "" : "; at least " + demands)
                + (ratchet.isEmpty() ? "" : "; must not fall: " + ratchet);
    }

    private static String onOneLine(Map<String, String> given, Parameter parameter) {
        return String.join(", ", SettingsTable.lines(given, parameter));
    }

    @Override
    List<Parameter> parameters() {
        return CoverageParameters.ALL;
    }

    @Override
    List<InvalidParameter> problemsOf(Map<String, String> given, References references) {
        return CoverageParameters.parse(given, references).invalidParameters();
    }

    @Override
    String page() {
        return "coverage";
    }
}
