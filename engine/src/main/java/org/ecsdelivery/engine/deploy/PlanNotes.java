package org.ecsdelivery.engine.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.OnPause;
import org.ecsdelivery.engine.ecs.RevisionState.Container;
import org.ecsdelivery.engine.ecs.RollingUpdate;
import org.ecsdelivery.engine.ecs.TrafficRules;

/** What is good to know of a deployment before it begins, without being wrong. */
final class PlanNotes {
    private final DeploySettings settings;
    private final DeployPlan plan;
    private final int differences;
    private final List<String> notes = new ArrayList<>();

    private PlanNotes(DeploySettings settings, DeployPlan plan, int differences) {
        this.settings = settings;
        this.plan = plan;
        this.differences = differences;
    }

    /**
     * Notes what there is to note.
     *
     * @param differences how many things of the revision may differ, of which the image is one
     */
    static List<String> of(DeploySettings settings, DeployPlan plan, int differences) {
        PlanNotes all = new PlanNotes(settings, plan, differences);
        all.envFile();
        all.migration();
        all.sameImage();
        all.logs();
        all.desiredCount();
        plan.source().containers().forEach(all::hostPorts);
        all.pauses();
        return List.copyOf(all.notes);
    }

    private void sameImage() {
        if (plan.imageBefore().equals(plan.image().toString())) {
            notes.add("Container " + plan.container().name() + " already runs this image: " + whatBecomesOfItsTasks());
        }
    }

    private String whatBecomesOfItsTasks() {
        if (differences > 1 || settings.force() || plan.placesElsewhere()) {
            return "its tasks are replaced by tasks of the same image.";
        }
        return plan.changesService() ? "its tasks stay." : "the service is not updated again.";
    }

    private void migration() {
        settings.migration()
                .ifPresent(
                        each -> notes.add("Before the service is changed, a task of the new revision runs in container "
                                + plan.container().name() + ", for "
                                + each.timeout().toMinutes() + " min at most: "
                                + each.inWords()
                                + ". The service stays as it is unless that ends with exit code 0."));
    }

    private void envFile() {
        settings.changes().envFile().ifPresent(use -> notes.add(new EnvFileNote(plan, settings.changes(), use).text()));
    }

    private void pauses() {
        boolean pauses = plan.target().rules().traffic().hooks().stream().anyMatch(TrafficRules.Hook::isPause);
        if (pauses && settings.onPause() != OnPause.WAIT) {
            notes.add("At a pause hook (deploy.onPause) is " + settings.onPause() + ": this step "
                    + (settings.onPause() == OnPause.CONTINUE
                            ? "has ECS go on at each of them."
                            : "has ECS go back at the first of them."));
        }
    }

    private void desiredCount() {
        if (plan.target().desired() != plan.service().desired()) {
            notes.add("The desired count stays when ECS rolls back.");
        }
    }

    private void logs() {
        String silent = plan.source().containers().stream()
                .filter(each -> each.log().isEmpty())
                .map(each -> each.name().value())
                .collect(Collectors.joining(", "));
        if (!silent.isEmpty()) {
            notes.add("The last lines of " + silent + " cannot be shown if it fails: its log driver is not awslogs with"
                    + " awslogs-group and awslogs-stream-prefix.");
        }
    }

    /** While none of the old tasks may be stopped first, a new one needs an instance that none of them is on. */
    private void hostPorts(Container container) {
        RollingUpdate update =
                RollingUpdate.of(plan.target().desired(), plan.target().rules());
        boolean besideOld = plan.target().rules().isRolling() && update.spare() == 0 && update.surge() > 0;
        if (besideOld && !container.hostPorts().isEmpty()) {
            notes.add("Container " + container.name() + " takes port "
                    + container.hostPorts().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + " of its instance for itself, so two tasks cannot share an instance, and minimumHealthyPercent "
                    + plan.target().rules().minimumHealthyPercent()
                    + " lets no old task stop first: the deployment waits until the cluster has an instance without a"
                    + " task of this service.");
        }
    }
}
