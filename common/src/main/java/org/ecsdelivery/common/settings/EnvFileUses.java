package org.ecsdelivery.common.settings;

import java.util.Optional;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;

/** Reads how the deploy step uses an env file; problems stay with the reader. */
final class EnvFileUses {
    private EnvFileUses() {}

    static Optional<EnvFileUse> read(ParameterReader reader) {
        Optional<String> path = reader.optional(RevisionParameters.ENV_FILE, text -> text);
        EnvFileUse.As how = reader.optional(
                        RevisionParameters.ENV_FILE_AS, text -> TextForms.constant(EnvFileUse.As.class, text))
                .orElse(EnvFileUse.As.SECRETS);
        Optional<S3Folder> folder = reader.optional(RevisionParameters.ENV_FILE_BUCKET, S3Folder::parse);
        if (how != EnvFileUse.As.S3) {
            return path.map(each -> EnvFileUse.of(each, how));
        }
        if (reader.has(RevisionParameters.ENV_FILE) && !reader.has(RevisionParameters.ENV_FILE_BUCKET)) {
            reader.reject(
                    RevisionParameters.ENV_FILE_BUCKET,
                    "nothing is given, and the env file shall go to S3",
                    "Enter s3://bucket/prefix, or choose another " + RevisionParameters.ENV_FILE_AS.label() + " ("
                            + RevisionParameters.ENV_FILE_AS.name() + ").");
        }
        return folder.flatMap(place -> path.map(each -> EnvFileUse.of(each, place)));
    }
}
