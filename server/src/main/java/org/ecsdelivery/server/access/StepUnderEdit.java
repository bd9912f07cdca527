package org.ecsdelivery.server.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jetbrains.buildServer.serverSide.SBuildType;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.AwsParameters;

/**
 * A step as somebody edits it.
 *
 * @param configuration the build configuration that it belongs to
 * @param stored what was saved of it, with its secrets; nothing of a new step
 * @param entered what the page shows now, without secrets
 */
record StepUnderEdit(SBuildType configuration, Map<String, String> stored, Map<String, String> entered) {

    static StepUnderEdit of(SBuildType configuration, String runnerId, Map<String, String> entered) {
        Map<String, String> stored = configuration.getBuildRunners().stream()
                .filter(step -> step.getId().equals(runnerId))
                .findFirst()
                .map(step -> step.getParameters())
                .orElse(Map.of());
        return new StepUnderEdit(configuration, stored, entered);
    }

    /** Returns a value of the page. */
    String entered(String name) {
        return entered.getOrDefault(name, "").strip();
    }

    /**
     * Returns how the step reaches AWS.
     *
     * @throws CannotLook when its settings are not in order, or only a build can tell
     */
    AwsAccess access() throws CannotLook {
        Map<String, String> given = new HashMap<>();
        AwsParameters.OF_STEPS.stream()
                .filter(each -> each.kind() != Parameter.Kind.SECRET)
                .forEach(each -> given.put(each.name(), entered(each.name())));
        if (!entered(AwsParameters.ACCESS_KEY_ID.name()).isEmpty()) {
            addSecrets(given);
        }
        ParameterReader reader = new ParameterReader(given, References.UNRESOLVED);
        AwsAccess access = AwsParameters.readOfStep(reader);
        return settings(reader.finish(() -> access));
    }

    /** A stored secret is used with what it was saved with, and with nothing else that somebody puts beside it. */
    private void addSecrets(Map<String, String> given) throws CannotLook {
        if (!given.entrySet().stream().allMatch(each -> isStored(each.getKey(), each.getValue()))) {
            throw new CannotLook(
                    "The secret access key is used only with the settings that it was saved with. Save the step first.");
        }
        for (Parameter each : List.of(AwsParameters.SECRET_ACCESS_KEY, AwsParameters.SESSION_TOKEN)) {
            given.put(each.name(), stored.getOrDefault(each.name(), ""));
        }
    }

    private boolean isStored(String name, String value) {
        String saved = stored.getOrDefault(name, "").strip();
        return Objects.equals(saved, value) || saved.isEmpty() && isDefault(name, value);
    }

    private static boolean isDefault(String name, String value) {
        return AwsParameters.OF_STEPS.stream()
                .anyMatch(
                        each -> each.name().equals(name) && each.defaultValue().equals(value));
    }

    private static AwsAccess settings(Parsed<AwsAccess> parsed) throws CannotLook {
        if (parsed instanceof Parsed.Valid<AwsAccess> valid) {
            return valid.settings();
        }
        if (parsed instanceof Parsed.Deferred<AwsAccess> deferred) {
            throw new CannotLook("Only a build knows the values of the parameters that "
                    + String.join(" and ", deferred.references()) + " refers to, so AWS cannot be asked from here.");
        }
        throw new CannotLook(String.join(
                "\n",
                parsed.invalidParameters().stream()
                        .map(InvalidParameter::sentence)
                        .toList()));
    }

    /** Names nothing but the configuration: the rest may be secret. */
    @Override
    public String toString() {
        return "step of " + configuration.getExternalId();
    }
}
