package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.settings.RunTypeId;

/** What the AWS CLI is told to do with ECS and ECR. */
final class AwsCommands {
    private static final List<String> COMMON =
            List.of("--region:1", "--profile:1", "--output:1", "--no-cli-pager:0", "--query:1", "--no-paginate:0");
    private static final Pattern NETWORK = Pattern.compile("awsvpcConfiguration=\\{([^{}]*)}");
    private static final Pattern ENTRY = Pattern.compile("(\\w+)=(\\[[^\\]]*]|[^,\\[\\]]+)(,|$)");

    private AwsCommands() {}

    static Meaning of(List<String> words, Map<String, String> environment) {
        if (words.size() < 3) {
            return words.equals(List.of("aws", "--version")) ? new Meaning.Nothing() : new Meaning.Foreign();
        }
        List<String> rest = words.subList(3, words.size());
        String said = words.get(1) + " " + words.get(2);
        return switch (said) {
            case "ecr get-login", "ecr get-login-password" -> login(said, rest, environment);
            case "ecs update-service" -> update(rest, environment);
            case "ecs wait" -> wait(rest);
            case "ecs run-task" -> run(rest, environment);
            case "ecs register-task-definition" ->
                new Meaning.Kept(
                        "a deploy step can register the file itself (deploy.taskDefinitionFile), together with the"
                                + " image, which this command does not name");
            case "ecs describe-services",
                    "ecs list-tasks",
                    "ecs describe-tasks",
                    "ecs list-services",
                    "sts get-caller-identity" -> new Meaning.Foreign();
            default ->
                words.get(1).equals("ecs")
                        ? new Meaning.Kept("no typed step does what aws " + plain(said) + " does")
                        : new Meaning.Foreign();
        };
    }

    private static String plain(String said) {
        return said.matches("[a-z -]+") ? said : "ecs";
    }

    private static CommandWords options(String command, List<String> words, String... more) {
        List<String> expected = new ArrayList<>(COMMON);
        expected.addAll(List.of(more));
        return CommandWords.of("aws " + command, words, expected);
    }

    private static Map<String, String> access(CommandWords options, Map<String, String> environment) {
        return new LinkedHashMap<>(AwsAccessWords.of(environment)
                .option(options, "--region", "aws.region")
                .option(options, "--profile", "aws.profile")
                .parameters());
    }

    private static Meaning login(String command, List<String> words, Map<String, String> environment) {
        CommandWords options = options(command, words, "--no-include-email:0", "--include-email:0", "--registry-ids:1");
        Map<String, String> access = access(options, environment);
        return new Meaning.Login(true, access.getOrDefault("aws.region", ""), access.getOrDefault("aws.profile", ""));
    }

    private static Meaning update(List<String> words, Map<String, String> environment) {
        CommandWords options = options(
                "ecs update-service",
                words,
                "--cluster:1",
                "--service:1",
                "--force-new-deployment:0",
                "--desired-count:1",
                "--health-check-grace-period-seconds:1",
                "--task-definition:1");
        options.expect(0, "options only");
        if (options.has("--task-definition")) {
            throw new Refusal(
                    "aws ecs update-service names a revision that is there, and a deploy step makes one from that"
                            + " of the service, or from a file (deploy.taskDefinitionFile), with the image that it is given");
        }
        if (!options.has("--force-new-deployment")) {
            throw new Refusal("aws ecs update-service deploys nothing without --force-new-deployment");
        }
        Map<String, String> step = access(options, environment);
        step.put("deploy.cluster", options.value("--cluster").orElse("default"));
        step.put("deploy.service", options.needed("--service"));
        options.value("--desired-count").ifPresent(each -> step.put("deploy.desiredCount", each));
        options.value("--health-check-grace-period-seconds")
                .ifPresent(each -> step.put("deploy.gracePeriodSeconds", each));
        step.put("deploy.force", "true");
        return new Meaning.Unnamed(
                "",
                new Meaning.Typed(
                        RunTypeId.DEPLOY,
                        step,
                        List.of(
                                "the step makes a revision with the image pinned by its digest, waits until the old tasks are"
                                        + " drained (Finish when, deploy.finishLevel), and fails when ECS takes the deployment back")));
    }

    private static Meaning wait(List<String> words) {
        if (words.isEmpty() || !words.get(0).equals("services-stable")) {
            return new Meaning.Foreign();
        }
        List<String> services = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        boolean inside = false;
        for (String each : words.subList(1, words.size())) {
            inside = each.equals("--services") || inside && !each.startsWith("-");
            if (inside && !each.equals("--services")) {
                services.add(each);
            } else if (!inside) {
                rest.add(each);
            }
        }
        CommandWords options = options("ecs wait services-stable", rest, "--cluster:1");
        options.expect(0, "options only");
        return new Meaning.Stable(options.value("--cluster").orElse("default"), services);
    }

    private static Meaning run(List<String> words, Map<String, String> environment) {
        CommandWords options = options(
                "ecs run-task",
                words,
                "--cluster:1",
                "--task-definition:1",
                "--launch-type:1",
                "--count:1",
                "--network-configuration:1",
                "--overrides:1");
        options.expect(0, "options only");
        if (options.has("--overrides")) {
            throw new Refusal(
                    "aws ecs run-task has --overrides in JSON: enter the command, one argument per line, and the"
                            + " variables in a Run ECS Task step (task.command, task.environment)");
        }
        Map<String, String> step = access(options, environment);
        step.put("task.cluster", options.value("--cluster").orElse("default"));
        step.put("task.definition", options.needed("--task-definition"));
        step.put("task.launch", options.value("--launch-type").orElse("DEFAULT"));
        options.value("--count").ifPresent(each -> step.put("task.count", each));
        options.value("--network-configuration").ifPresent(each -> network(each, step));
        return new Meaning.Typed(
                RunTypeId.TASK,
                step,
                List.of("the step waits for the end of the task and fails with it, which the command did not"));
    }

    /** Reads the short form; the long one is JSON. */
    private static void network(String text, Map<String, String> step) {
        Matcher whole = NETWORK.matcher(text);
        if (!whole.matches()) {
            throw new Refusal("--network-configuration is not of the form awsvpcConfiguration={subnets=[...],...}");
        }
        Map<String, String> entries = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(whole.group(1));
        int end = 0;
        while (entry.find() && entry.start() == end) {
            entries.put(entry.group(1), entry.group(2).replaceAll("[\\[\\]]", ""));
            end = entry.end();
        }
        String address = entries.getOrDefault("assignPublicIp", "DISABLED");
        List<String> subnets = list(entries.getOrDefault("subnets", ""));
        List<String> groups = list(entries.getOrDefault("securityGroups", ""));
        entries.keySet().removeAll(List.of("subnets", "securityGroups", "assignPublicIp"));
        if (end != whole.group(1).length() || !entries.isEmpty() || !address.matches("ENABLED|DISABLED")) {
            throw new Refusal("--network-configuration says more than subnets, securityGroups and assignPublicIp");
        }
        EcsCommands.network(subnets, groups, address.equals("ENABLED"), step);
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
