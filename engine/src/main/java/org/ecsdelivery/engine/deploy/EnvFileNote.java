package org.ecsdelivery.engine.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ecsdelivery.common.settings.EnvFileUse;
import org.ecsdelivery.common.settings.RevisionChanges;

/**
 * What the plan says of an env file: names, and who must be allowed to read it.
 *
 * @param plan the plan
 * @param changes what differs in the revision
 * @param use how the container gets the file
 */
record EnvFileNote(DeployPlan plan, RevisionChanges changes, EnvFileUse use) {
    String text() {
        List<String> parts = new ArrayList<>();
        use.object()
                .ifPresent(file -> parts.add(counted(file.names()) + " from " + file + ", which " + executionRole()
                        + " must be allowed to read with s3:GetObject and s3:GetBucketLocation when a task starts ("
                        + String.join(", ", file.names()) + ")"));
        if (!use.references().isEmpty()) {
            parts.add(counted(use.references()) + " by reference, which " + executionRole()
                    + " must be allowed to read when a task starts (" + String.join(", ", use.references()) + ")");
        }
        if (!use.plain().isEmpty()) {
            parts.add(counted(use.plain()) + " in the task definition (" + String.join(", ", use.plain()) + ")");
        }
        return "From env file " + use.path() + ", container "
                + plan.container().name() + " gets " + (parts.isEmpty() ? "no variable" : String.join(", and ", parts))
                + ".";
    }

    private String executionRole() {
        String role = plan.source().traits().changedBy(changes).executionRole();
        return role.isEmpty() ? "an execution role, which the task definition lacks," : "execution role " + role;
    }

    private static String counted(Set<String> names) {
        return names.size() == 1 ? "1 variable" : names.size() + " variables";
    }
}
