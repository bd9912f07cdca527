package tiny.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.CustomDataStorage;
import jetbrains.buildServer.serverSide.Parameter;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SFinishedBuild;
import jetbrains.buildServer.serverSide.SimpleParameter;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifact;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifactsViewMode;
import jetbrains.buildServer.serverSide.parameters.types.PasswordsProvider;
import jetbrains.buildServer.util.positioning.PositionAware;
import jetbrains.buildServer.util.positioning.PositionConstraint;

/** Hands over to each build with the feature how often it ran, what the last one published, and a password. */
public class TinyMemory implements BuildStartContextProcessor, PasswordsProvider, PositionAware {
    private static final String PASSWORDS =
            "jetbrains.buildServer.serverSide.parameters.types.PasswordsBuildStartContextProcessor";

    private String key = "";

    @Override
    public void updateParameters(BuildStartContext context) {
        SBuild build = context.getBuild();
        if (build.getBuildFeaturesOfType("tiny-feature").isEmpty()) {
            return;
        }
        CustomDataStorage storage = build.getBuildType().getCustomDataStorage("tiny");
        int ran = Integer.parseInt(Optional.ofNullable(storage.getValue("ran")).orElse("0")) + 1;
        storage.putValue("ran", Integer.toString(ran));
        storage.flush();
        context.addSharedParameter("tiny.ran", Integer.toString(ran));
        key = "k3y-of-server";
        context.addSharedParameter("tiny.key", key);
        context.addSharedParameter("tiny.visible", published(build, BuildArtifactsViewMode.VIEW_DEFAULT));
        context.addSharedParameter("tiny.hidden", published(build, BuildArtifactsViewMode.VIEW_HIDDEN_ONLY));
    }

    @Override
    public Collection<Parameter> getPasswordParameters(SBuild build) {
        return build.getBuildFeaturesOfType("tiny-feature").isEmpty()
                ? List.of()
                : List.of(new SimpleParameter("tiny.key", key));
    }

    @Override
    public String getOrderId() {
        return "tiny";
    }

    @Override
    public PositionConstraint getConstraint() {
        return PositionConstraint.before(PASSWORDS);
    }

    private static String published(SBuild build, BuildArtifactsViewMode mode) {
        SFinishedBuild earlier = build.getPreviousFinished();
        BuildArtifact found = earlier == null ? null : earlier.getArtifacts(mode).getArtifact(".teamcity/tiny/left.txt");
        try {
            return found == null ? "nothing" : new String(found.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
