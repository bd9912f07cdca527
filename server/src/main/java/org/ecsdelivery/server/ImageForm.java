package org.ecsdelivery.server;

import static org.ecsdelivery.common.settings.BuildOptionParameters.ATTESTATIONS;
import static org.ecsdelivery.common.settings.BuildOptionParameters.CLEAN_UP;
import static org.ecsdelivery.common.settings.BuildOptionParameters.DOCKERFILE_TEXT;
import static org.ecsdelivery.common.settings.BuildOptionParameters.NETWORK;
import static org.ecsdelivery.common.settings.BuildOptionParameters.PLATFORMS;
import static org.ecsdelivery.common.settings.BuildOptionParameters.SSH;
import static org.ecsdelivery.common.settings.ImageParameters.BUILDER;
import static org.ecsdelivery.common.settings.ImageParameters.BUILD_ARGUMENTS;
import static org.ecsdelivery.common.settings.ImageParameters.CONTEXT;
import static org.ecsdelivery.common.settings.ImageParameters.CREATE_REPOSITORY;
import static org.ecsdelivery.common.settings.ImageParameters.DOCKERFILE;
import static org.ecsdelivery.common.settings.ImageParameters.LABELS;
import static org.ecsdelivery.common.settings.ImageParameters.NO_CACHE;
import static org.ecsdelivery.common.settings.ImageParameters.PULL;
import static org.ecsdelivery.common.settings.ImageParameters.REPOSITORY;
import static org.ecsdelivery.common.settings.ImageParameters.SECRETS;
import static org.ecsdelivery.common.settings.ImageParameters.STANDARD_LABELS;
import static org.ecsdelivery.common.settings.ImageParameters.TAGS;
import static org.ecsdelivery.common.settings.ImageParameters.TARGET;
import static org.ecsdelivery.common.settings.RegistryParameters.HOST;
import static org.ecsdelivery.common.settings.RegistryParameters.PASSWORD;
import static org.ecsdelivery.common.settings.RegistryParameters.REGISTRIES;
import static org.ecsdelivery.common.settings.RegistryParameters.USER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.CacheParameters;
import org.ecsdelivery.common.settings.RepositoryParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.ScanParameters;

/** How the image step's pages group their fields; a bean that the pages make themselves. */
public final class ImageForm {
    private static final List<SettingsGroup> GROUPS = List.of(
            SettingsGroup.of("Image", image()),
            SettingsGroup.of(
                            "Build",
                            List.of(
                                    DOCKERFILE,
                                    DOCKERFILE_TEXT,
                                    CONTEXT,
                                    BUILD_ARGUMENTS,
                                    TARGET,
                                    LABELS,
                                    STANDARD_LABELS,
                                    PULL,
                                    NO_CACHE,
                                    BUILDER,
                                    SECRETS,
                                    PLATFORMS,
                                    NETWORK,
                                    SSH,
                                    ATTESTATIONS,
                                    CLEAN_UP,
                                    CacheParameters.FROM,
                                    CacheParameters.TO))
                    .withWorkingDirectory(),
            SettingsGroup.of("Vulnerability scan", ScanParameters.ALL),
            SettingsGroup.of("AWS access", AwsParameters.OF_STEPS)
                    .withAccessCheck(RunTypeId.IMAGE, Map.of(REPOSITORY, "repository")));

    private static List<Parameter> image() {
        List<Parameter> all = new ArrayList<>(List.of(REPOSITORY, TAGS, CREATE_REPOSITORY));
        all.addAll(RepositoryParameters.ALL);
        all.addAll(List.of(REGISTRIES, HOST, USER, PASSWORD));
        return all;
    }

    /** Returns the groups, in the order of the page. */
    public List<SettingsGroup> getGroups() {
        return GROUPS;
    }
}
