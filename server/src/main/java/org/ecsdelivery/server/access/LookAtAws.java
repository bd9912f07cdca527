package org.ecsdelivery.server.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.engine.permission.Permission;

/** Looks at AWS as a step would that somebody edits. */
final class LookAtAws {
    private final ServerAccess access;
    private final AwsDoor door;
    private final RecentOffers recent;

    LookAtAws(ConnectionCredentials credentials, AwsDoor door) {
        this.access = new ServerAccess(credentials);
        this.door = door;
        this.recent = new RecentOffers(door.clock());
    }

    /**
     * Tests the connection of a step.
     *
     * @throws CannotLook when the server has not what the step has
     */
    List<String> test(StepUnderEdit step, String type) throws CannotLook {
        AwsAccess planned = access.planned(step);
        try (AwsSession session = door.open(access.open(step, planned))) {
            return new AccessCheck(session, step).lines(kinds(step, type));
        }
    }

    /** A deploy step that checks the pipeline first needs what Check Pipeline needs. */
    private static Set<Permission.Step> kinds(StepUnderEdit step, String type) throws CannotLook {
        Permission.Step kind = kind(type);
        String check = step.entered("deploy.pipelineCheck");
        return kind == Permission.Step.DEPLOY && !check.isEmpty() && !check.equals("OFF")
                ? EnumSet.of(kind, Permission.Step.DOCTOR)
                : EnumSet.of(kind);
    }

    private static Permission.Step kind(String type) throws CannotLook {
        return switch (type) {
            case RunTypeId.IMAGE -> Permission.Step.IMAGE;
            case RunTypeId.DEPLOY -> Permission.Step.DEPLOY;
            case RunTypeId.TASK -> Permission.Step.TASK;
            case RunTypeId.DOCTOR -> Permission.Step.DOCTOR;
            case RunTypeId.SETUP -> Permission.Step.SETUP;
            default -> throw new CannotLook("There is no step '" + type + "' that reaches AWS.");
        };
    }

    /**
     * Offers names.
     *
     * @param what {@code cluster}, {@code service}, {@code repository} or {@code container}
     * @throws CannotLook when the server has not what the step has, or the names hang on something that is not entered yet
     */
    List<String> offer(StepUnderEdit step, String what) throws CannotLook {
        AwsAccess planned = access.planned(step);
        String question = question(step, planned, what);
        Optional<List<String>> known = recent.find(question);
        if (known.isPresent()) {
            return known.get();
        }
        try (AwsSession session = door.open(access.open(step, planned))) {
            List<String> names = names(new NameOffers(session), step, what);
            recent.put(question, names);
            return names;
        }
    }

    /** Names of one project, or of one identity, are never shown to another. The access prints no secret. */
    private static String question(StepUnderEdit step, AwsAccess planned, String what) {
        return String.join(
                "\n",
                step.configuration().getProject().getProjectId(),
                planned.toString(),
                what,
                cluster(step),
                service(step));
    }

    private static List<String> names(NameOffers offers, StepUnderEdit step, String what) throws CannotLook {
        return switch (what) {
            case "cluster" -> offers.clusters();
            case "service" -> offers.services(entered(cluster(step), "Cluster"));
            case "repository" -> offers.repositories();
            case "container" -> containers(offers, step);
            default -> throw new CannotLook("There are no names of a '" + what + "'.");
        };
    }

    private static List<String> containers(NameOffers offers, StepUnderEdit step) throws CannotLook {
        String definition = step.entered("task.definition");
        return definition.isEmpty()
                ? offers.containers(entered(cluster(step), "Cluster"), entered(service(step), "Service"))
                : offers.containersOf(entered(definition, "Task definition"));
    }

    private static String entered(String value, String label) throws CannotLook {
        if (value.isEmpty() || value.contains("%")) {
            throw new CannotLook("Enter " + label + " first, without a reference: the names hang on it.");
        }
        return value;
    }

    private static String cluster(StepUnderEdit step) {
        return first(step.entered("deploy.cluster"), step.entered("task.cluster"), step.entered("doctor.cluster"));
    }

    private static String service(StepUnderEdit step) {
        return first(step.entered("deploy.service"), step.entered("task.service"), step.entered("doctor.services"))
                .split("[,\\s=]+")[0];
    }

    private static String first(String... values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
