package org.ecsdelivery.server;

import java.util.List;
import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;

/** The step that builds a container image and pushes it to Amazon ECR. */
public final class ImageRunType extends StepRunType {

    /** Makes the step for a server. */
    public ImageRunType(RunTypeRegistry registry, PluginDescriptor plugin) {
        super(registry, plugin);
    }

    @Override
    public String getType() {
        return RunTypeId.IMAGE;
    }

    @Override
    public String getDisplayName() {
        return "Build and Push Image to ECR";
    }

    @Override
    public String getDescription() {
        return "Builds a container image from a Dockerfile and pushes it to Amazon ECR";
    }

    @Override
    public String describeParameters(Map<String, String> given) {
        String dockerfile = given.getOrDefault(ImageParameters.DOCKERFILE.name(), "");
        List<String> tags = TextForms.list(SettingsTable.shown(given, ImageParameters.TAGS), tag -> tag);
        return "Builds " + (dockerfile.isBlank() ? "Dockerfile" : dockerfile.strip())
                + " in " + SettingsTable.shown(given, ImageParameters.CONTEXT)
                + " and pushes " + SettingsTable.shown(given, ImageParameters.REPOSITORY)
                + (tags.size() == 1 ? " with tag " : " with tags ") + String.join(", ", tags);
    }

    @Override
    public List<Requirement> getRunnerSpecificRequirements(Map<String, String> given) {
        return AgentRequirements.ofDockerStep();
    }

    @Override
    List<Parameter> parameters() {
        return ImageParameters.ALL;
    }

    @Override
    List<InvalidParameter> problemsOf(Map<String, String> given, References references) {
        return ImageParameters.parse(given, references).invalidParameters();
    }

    @Override
    String page() {
        return "image";
    }
}
