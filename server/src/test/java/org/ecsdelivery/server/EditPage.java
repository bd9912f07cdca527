package org.ecsdelivery.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.EnvFileParameters;

/** The page on which a step or a build feature is set up. */
record EditPage(String title, String url, List<Parameter> table, Map<String, String> defaults) {
    static EditPage of(StepRunType step) {
        return new EditPage(
                step.getDisplayName(),
                step.getEditRunnerParamsJspFilePath(),
                step.parameters(),
                step.getDefaultRunnerProperties());
    }

    static EditPage of(EnvFileBuildFeature feature) {
        return new EditPage(
                feature.getDisplayName(),
                feature.getEditParametersUrl(),
                EnvFileParameters.ALL,
                feature.getDefaultParameters());
    }

    Map<String, String> defaultsAnd(String... more) {
        Map<String, String> given = new LinkedHashMap<>(defaults);
        for (int index = 0; index < more.length; index += 2) {
            given.put(more[index], more[index + 1]);
        }
        return given;
    }

    @Override
    public String toString() {
        return title;
    }
}
