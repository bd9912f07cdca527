package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageTag;

/**
 * What the image step shall build and where it shall push it.
 *
 * @param targets where to push
 * @param tags the tags to push, at least one
 * @param dockerfile path of the Dockerfile from the working directory; empty for {@code Dockerfile} in the context
 * @param context directory of the build context, from the working directory
 * @param buildArguments values of the Dockerfile's {@code ARG}s
 * @param target the stage to build; empty for the last one
 * @param labels labels of the user, which win over the standard ones
 * @param standardLabels whether to fill the OCI standard labels from the build
 * @param pull whether to ask the registry for newer base images
 * @param noCache whether to build every layer anew
 * @param builder what builds the image
 * @param secrets paths of files that the Dockerfile may read while it is built, by id
 * @param options how it is built beyond that
 * @param createRepository whether to create the repository when it is missing
 * @param newRepository how a repository is to be that is created
 * @param scan what shall become of the findings of a scan
 * @param access how to reach AWS
 */
public record ImageSettings(
        PushTargets targets,
        List<ImageTag> tags,
        Optional<String> dockerfile,
        String context,
        Map<String, String> buildArguments,
        Optional<String> target,
        Map<String, String> labels,
        boolean standardLabels,
        boolean pull,
        boolean noCache,
        ImageBuilder builder,
        Map<String, String> secrets,
        BuildOptions options,
        boolean createRepository,
        RepositoryPolicy newRepository,
        ScanSettings scan,
        AwsAccess access) {

    /** Copies the collections; their order stays, so that equal settings give equal requests. */
    public ImageSettings {
        tags = List.copyOf(tags);
        buildArguments = Collections.unmodifiableMap(new LinkedHashMap<>(buildArguments));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }

    /** Returns these settings with other labels. */
    public ImageSettings withLabels(Map<String, String> others) {
        return new ImageSettings(
                targets,
                tags,
                dockerfile,
                context,
                buildArguments,
                target,
                others,
                standardLabels,
                pull,
                noCache,
                builder,
                secrets,
                options,
                createRepository,
                newRepository,
                scan,
                access);
    }

    /** Returns these settings with other options. */
    public ImageSettings with(BuildOptions others) {
        return new ImageSettings(
                targets,
                tags,
                dockerfile,
                context,
                buildArguments,
                target,
                labels,
                standardLabels,
                pull,
                noCache,
                builder,
                secrets,
                others,
                createRepository,
                newRepository,
                scan,
                access);
    }

    /** Returns these settings with other tags. */
    public ImageSettings withTags(List<ImageTag> others) {
        return new ImageSettings(
                targets,
                others,
                dockerfile,
                context,
                buildArguments,
                target,
                labels,
                standardLabels,
                pull,
                noCache,
                builder,
                secrets,
                options,
                createRepository,
                newRepository,
                scan,
                access);
    }

    /** Returns these settings with another word on new repositories. */
    public ImageSettings withNewRepository(RepositoryPolicy other) {
        return new ImageSettings(
                targets,
                tags,
                dockerfile,
                context,
                buildArguments,
                target,
                labels,
                standardLabels,
                pull,
                noCache,
                builder,
                secrets,
                options,
                createRepository,
                other,
                scan,
                access);
    }
}
