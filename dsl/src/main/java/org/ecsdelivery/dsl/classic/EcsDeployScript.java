package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.RunTypeId;

/** What the shell script {@code ecs-deploy} is told to do. */
final class EcsDeployScript {
    private static final List<String> OPTIONS = List.of(
            "--aws-access-key -k:1",
            "--aws-secret-key -s:1",
            "--region -r:1",
            "--profile -p:1",
            "--aws-instance-profile:0",
            "--aws-assume-role -a:1",
            "--cluster -c:1",
            "--service-name -n:1",
            "--image -i:1",
            "--timeout -t:1",
            "--min -m:1",
            "--max -M:1",
            "--desired-count -D:1",
            "--max-definitions:1",
            "--task-definition-file:1",
            "--enable-rollback:0",
            "--skip-deployments-check:0",
            "--force-new-deployment:0",
            "--verbose -v:0");

    private EcsDeployScript() {}

    static Meaning of(List<String> words, Map<String, String> environment) {
        CommandWords options = CommandWords.of("ecs-deploy", words.subList(1, words.size()), OPTIONS);
        options.expect(0, "options only");
        Map<String, String> step = new LinkedHashMap<>(AwsAccessWords.of(environment)
                .option(options, "--region", "aws.region")
                .option(options, "--profile", "aws.profile")
                .option(options, "--aws-access-key", "aws.accessKeyId")
                .option(options, "--aws-secret-key", "secure:aws.secretAccessKey")
                .option(options, "--aws-assume-role", "aws.roleArn")
                .parameters());
        List<String> remarks = new ArrayList<>();
        step.put("deploy.cluster", options.needed("--cluster"));
        step.put("deploy.service", options.needed("--service-name"));
        EcsCommands.timeout(options.value("--timeout"), step, remarks);
        service(options, step, remarks);
        remarks.add(EcsCommands.UNCHANGED);
        remarks.add("the build fails when ECS takes the deployment back"
                + (options.has("--skip-deployments-check")
                        ? ""
                        : ", and waits until the old tasks are drained (Finish when, deploy.finishLevel)"));
        Meaning.Typed typed = new Meaning.Typed(RunTypeId.DEPLOY, step, remarks);
        return image(options, typed);
    }

    private static Meaning image(CommandWords options, Meaning.Typed typed) {
        Optional<String> image = options.value("--image");
        if (options.has("--force-new-deployment")) {
            return new Meaning.Unnamed("", typed);
        }
        if (image.isEmpty()) {
            throw new Refusal("ecs-deploy has no --image");
        }
        Map<String, String> step = new LinkedHashMap<>(typed.parameters());
        step.put("deploy.image", EcsCommands.withTag(image.get()));
        List<String> remarks = new ArrayList<>(typed.remarks());
        remarks.add(
                "the image of the only container is changed; where there are several, enter which (deploy.container)");
        return new Meaning.Typed(typed.type(), step, remarks);
    }

    private static void service(CommandWords options, Map<String, String> step, List<String> remarks) {
        options.value("--min").ifPresent(each -> step.put("deploy.minimumHealthyPercent", each));
        options.value("--max").ifPresent(each -> step.put("deploy.maximumPercent", each));
        options.value("--desired-count").ifPresent(each -> step.put("deploy.desiredCount", each));
        options.value("--max-definitions").filter(each -> !each.equals("0")).ifPresent(each -> {
            step.put("deploy.keepRevisions", each);
        });
        if (options.has("--task-definition-file")) {
            step.put("deploy.taskDefinitionFile", options.needed("--task-definition-file"));
        }
        if (options.has("--skip-deployments-check")) {
            step.put("deploy.finishLevel", "LIVE");
        }
        if (options.has("--enable-rollback")) {
            step.put("deploy.onStop", "ROLL_BACK");
            remarks.add(
                    "--enable-rollback: the step has ECS go back when the time is up or the build is stopped; whether"
                            + " ECS goes back when tasks fail is for the circuit breaker of the service to say"
                            + " (deploy.circuitBreaker)");
        }
    }
}
