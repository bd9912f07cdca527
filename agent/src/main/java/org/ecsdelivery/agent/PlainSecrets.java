package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.common.value.Secret;

/** Finds secrets among what a task definition or an image shows to everybody who may read it: they cannot be masked there. */
final class PlainSecrets {
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)(?:^|[_-])(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|(?:api|private|access|secret|auth|encryption)[_-]?key)"
                    + "(?:$|[_-])|password$");
    /** A path or an address tells where the secret is, a switch whether there is one. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?i)|true|false|yes|no|on|off|[01]|/.*|\\.{1,2}/.*|arn:.*");

    private final Masking masking;

    PlainSecrets(Masking masking) {
        this.masking = masking;
    }

    /** Returns a warning for each variable whose value TeamCity keeps secret, and masks that value wherever it may come back. */
    List<String> warnings(RevisionChanges changes) {
        return warnings(
                changes.environment(),
                name -> named(name, RevisionParameters.ENVIRONMENT)
                        + ", but everybody who may call ecs:DescribeTaskDefinition can read it in the task definition. Keep it in AWS"
                        + " Secrets Manager or Systems Manager and enter " + name + "=ARN in "
                        + RevisionParameters.SECRETS.label() + " (" + RevisionParameters.SECRETS.name() + ").");
    }

    /** Does the same for what the history and the labels of an image show. */
    List<String> warnings(ImageSettings settings) {
        List<String> warnings = new ArrayList<>(warnings(
                settings.buildArguments(),
                name -> named(name, ImageParameters.BUILD_ARGUMENTS)
                        + ", but everybody who may pull the image can read it in the image's history once a RUN has used it."
                        + " Write it to a file and enter that in " + ImageParameters.SECRETS.label() + " ("
                        + ImageParameters.SECRETS.name() + ")."));
        settings.buildArguments().entrySet().stream()
                .filter(each -> soundsSecret(each.getKey(), each.getValue()))
                .forEach(each -> warnings.add("The build argument " + each.getKey() + " in "
                        + ImageParameters.BUILD_ARGUMENTS.label() + " (" + ImageParameters.BUILD_ARGUMENTS.name()
                        + ") sounds like a secret: everybody who may pull the image can read its value in the image's history once a RUN"
                        + " has used it. If it is one, write it to a file and enter that in "
                        + ImageParameters.SECRETS.label()
                        + " (" + ImageParameters.SECRETS.name() + ")."));
        warnings.addAll(warnings(
                settings.labels(),
                name -> named(name, ImageParameters.LABELS)
                        + ", but everybody who may pull the image can read its labels. Take it away there."));
        return warnings;
    }

    /** What comes from a password of TeamCity has its own warning already. */
    private boolean soundsSecret(String name, String value) {
        return SECRET_NAME.matcher(name).find()
                && !HARMLESS.matcher(value).matches()
                && masking.masked(value).equals(value);
    }

    private List<String> warnings(Map<String, String> values, UnaryOperator<String> warning) {
        List<String> warnings = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!masking.masked(value).equals(value)) {
                masking.add(Secret.of(value));
                warnings.add(warning.apply(name));
            }
        });
        return warnings;
    }

    private static String named(String name, Parameter parameter) {
        return "The value of " + name + " in " + parameter.label() + " (" + parameter.name()
                + ") comes from a password of TeamCity";
    }
}
