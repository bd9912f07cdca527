package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.common.value.Secret;

/** Finds secrets among what a task definition shows to everybody who may describe it: they cannot be masked there. */
final class PlainSecrets {
    private final Masking masking;

    PlainSecrets(Masking masking) {
        this.masking = masking;
    }

    /** Returns a warning for each variable whose value TeamCity keeps secret, and masks that value wherever it may come back. */
    List<String> warnings(RevisionChanges changes) {
        List<String> warnings = new ArrayList<>();
        changes.environment().forEach((name, value) -> {
            if (!masking.masked(value).equals(value)) {
                masking.add(Secret.of(value));
                warnings.add(warning(name));
            }
        });
        return warnings;
    }

    private static String warning(String name) {
        return "The value of " + name + " in " + RevisionParameters.ENVIRONMENT.label() + " ("
                + RevisionParameters.ENVIRONMENT.name()
                + ") comes from a password of TeamCity, but everybody who may call"
                + " ecs:DescribeTaskDefinition can read it in the task definition. Keep it in AWS Secrets Manager or"
                + " Systems Manager and enter " + name + "=ARN in " + RevisionParameters.SECRETS.label() + " ("
                + RevisionParameters.SECRETS.name() + ").";
    }
}
