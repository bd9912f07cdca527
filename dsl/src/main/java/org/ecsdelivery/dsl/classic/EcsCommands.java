package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.RunTypeId;

/** What the Python command {@code ecs}, of the package ecs-deploy, is told to do. */
final class EcsCommands {
    private static final List<String> ACCESS = List.of(
            "--region:1",
            "--access-key-id:1",
            "--secret-access-key:1",
            "--profile:1",
            "--account:1",
            "--assume-role:1");
    private static final List<String> DEPLOY = List.of(
            "--tag -t:1",
            "--image -i:2",
            "--command -c:2",
            "--env -e:3",
            "--secret -s:3",
            "--role -r:1",
            "--execution-role -x:1",
            "--task-cpu:1",
            "--task-memory:1",
            "--timeout:1",
            "--ignore-warnings:0",
            "--comment:1",
            "--user:1",
            "--diff:0",
            "--no-diff:0",
            "--deregister:0",
            "--no-deregister:0",
            "--rollback:0",
            "--no-rollback:0",
            "--exclusive-env:0",
            "--sleep-time:1");
    private static final List<String> RUN = List.of(
            "--command -c:2",
            "--env -e:3",
            "--launchtype:1",
            "--subnet:1",
            "--securitygroup:1",
            "--public-ip:0",
            "--diff:0",
            "--no-diff:0");

    static final String UNCHANGED = "tasks stay where they run this very image with these settings already; Force a new"
            + " deployment (deploy.force) replaces them all the same";

    private EcsCommands() {}

    static Meaning of(List<String> words, Map<String, String> environment) {
        List<String> rest = words.subList(Math.min(2, words.size()), words.size());
        return switch (words.size() > 1 ? words.get(1) : "") {
            case "deploy" -> deploy(rest, environment);
            case "run" -> run(rest, environment);
            case "scale" ->
                new Meaning.Kept(
                        "no typed step only changes how many tasks a service runs; a deployment can, by Desired"
                                + " count (deploy.desiredCount)");
            case "cron", "update", "diff" -> new Meaning.Kept("no typed step does what ecs " + words.get(1) + " does");
            default -> new Meaning.Foreign();
        };
    }

    private static Map<String, String> access(CommandWords options, Map<String, String> environment) {
        Map<String, String> all = new LinkedHashMap<>(AwsAccessWords.of(environment)
                .option(options, "--region", "aws.region")
                .option(options, "--profile", "aws.profile")
                .option(options, "--access-key-id", "aws.accessKeyId")
                .option(options, "--secret-access-key", "secure:aws.secretAccessKey")
                .parameters());
        Optional<String> account = options.value("--account");
        Optional<String> role = options.value("--assume-role");
        if (account.isPresent() != role.isPresent()) {
            throw new Refusal("one of --account and --assume-role is missing");
        }
        role.ifPresent(each -> all.put("aws.roleArn", "arn:aws:iam::" + account.orElse("") + ":role/" + each));
        return all;
    }

    private static Meaning deploy(List<String> words, Map<String, String> environment) {
        List<String> expected = new ArrayList<>(DEPLOY);
        expected.addAll(ACCESS);
        CommandWords options = CommandWords.of("ecs deploy", words, expected);
        options.expect(2, "a cluster and a service");
        Map<String, String> step = new LinkedHashMap<>(access(options, environment));
        List<String> remarks = new ArrayList<>();
        step.put("deploy.cluster", options.positional().get(0));
        step.put("deploy.service", options.positional().get(1));
        Containers containers = new Containers("ecs deploy");
        options.all("--image").forEach(each -> containers.name(each.get(0)));
        revision(options, step, containers);
        timeout(options.value("--timeout"), step, remarks);
        rollBack(options, step, remarks);
        containers.single().ifPresent(each -> step.put("deploy.container", each));
        remarks.add(UNCHANGED);
        remarks.add(
                "the build fails when ECS takes the deployment back, and waits until the old tasks are drained (Finish"
                        + " when, deploy.finishLevel)");
        Meaning.Typed typed = new Meaning.Typed(RunTypeId.DEPLOY, step, remarks);
        return image(options, typed);
    }

    private static Meaning image(CommandWords options, Meaning.Typed typed) {
        List<List<String>> images = options.all("--image");
        Optional<String> tag = options.value("--tag");
        if (images.size() > 1) {
            throw new Refusal("ecs deploy changes the images of several containers, and a deploy step changes one");
        }
        if (images.isEmpty()) {
            return new Meaning.Unnamed(tag.orElse(""), typed);
        }
        if (tag.isPresent()) {
            throw new Refusal("ecs deploy has --tag for the images of all containers besides --image for one");
        }
        Map<String, String> step = new LinkedHashMap<>(typed.parameters());
        step.put("deploy.image", withTag(images.get(0).get(1)));
        return new Meaning.Typed(typed.type(), step, typed.remarks());
    }

    /** What ECS takes for latest, the step wants to read. */
    static String withTag(String image) {
        if (image.matches(".*%[^%\\s]+%") && image.replaceAll("%[^%\\s]+%", "").indexOf(':') < 0) {
            return image;
        }
        return image.indexOf('@') >= 0 ? image : ImageName.of(image).toString();
    }

    private static void revision(CommandWords options, Map<String, String> step, Containers containers) {
        for (List<String> each : options.all("--command")) {
            containers.name(each.get(0));
            put(step, "deploy.command", String.join("\n", arguments(each.get(1))));
        }
        environment(options, "deploy.environment", step, containers);
        for (List<String> each : options.all("--secret")) {
            containers.name(each.get(0));
            if (!each.get(2).startsWith("arn:") && !each.get(2).startsWith("%")) {
                throw new Refusal(
                        "ecs deploy names a secret by its name, and a deploy step by its ARN (deploy.secrets)");
            }
            line(step, "deploy.secrets", each.get(1) + "=" + each.get(2));
        }
        options.value("--role").ifPresent(each -> step.put("deploy.taskRole", each));
        options.value("--execution-role").ifPresent(each -> step.put("deploy.executionRole", each));
        options.value("--task-cpu").ifPresent(each -> step.put("deploy.cpu", each));
        options.value("--task-memory").ifPresent(each -> step.put("deploy.memory", each));
        if (options.has("--exclusive-env")) {
            if (!options.has("--env")) {
                throw new Refusal("ecs deploy removes the variables of all containers, and a deploy step those of one");
            }
            step.put("deploy.environmentReplace", "true");
        }
    }

    private static void environment(
            CommandWords options, String parameter, Map<String, String> step, Containers containers) {
        for (List<String> each : options.all("--env")) {
            containers.name(each.get(0));
            if (each.get(2).indexOf('\n') >= 0) {
                throw new Refusal("a variable has several lines");
            }
            line(step, parameter, each.get(1) + "=" + each.get(2));
        }
    }

    static void line(Map<String, String> step, String name, String line) {
        step.merge(name, line, (before, more) -> before + "\n" + more);
    }

    private static void put(Map<String, String> step, String name, String value) {
        if (step.put(name, value) != null) {
            throw new Refusal("the command of the container is given twice");
        }
    }

    /** A command in one text is taken apart as a shell would. */
    private static List<String> arguments(String command) {
        if (command.strip().startsWith("[")) {
            throw new Refusal("the command of the container is a list in JSON");
        }
        List<Statement> statements = ScriptReader.read(command);
        if (statements.size() != 1
                || statements.get(0).commands().size() != 1
                || statements.get(0).redirected()) {
            throw new Refusal("the command of the container is not one command");
        }
        Variables none = new Variables(any -> false);
        List<String> arguments =
                statements.get(0).words().stream().map(none::text).toList();
        if (arguments.stream().anyMatch(each -> each.isBlank() || each.indexOf('\n') >= 0)) {
            throw new Refusal("the command of the container has an argument that no line can hold");
        }
        return arguments;
    }

    /** The step counts whole minutes, from one to a day. */
    static void timeout(Optional<String> seconds, Map<String, String> step, List<String> remarks) {
        if (seconds.isEmpty()) {
            return;
        }
        String text = seconds.get();
        if (text.equals("-1")) {
            remarks.add("the step waits for the deployment, which the command did not");
        } else if (text.matches("[1-9]\\d{0,5}")) {
            int minutes = Math.min(1440, (Integer.parseInt(text) + 59) / 60);
            step.put("deploy.timeoutMinutes", Integer.toString(minutes));
            remarks.add("the time limit of " + minutes + (minutes == 1 ? " minute" : " minutes")
                    + " covers the draining of the old tasks, too");
        } else {
            throw new Refusal("the time limit is no number of seconds that can be made minutes");
        }
    }

    private static void rollBack(CommandWords options, Map<String, String> step, List<String> remarks) {
        if (options.has("--rollback")) {
            step.put("deploy.onStop", "ROLL_BACK");
            remarks.add(
                    "--rollback: the step has ECS go back when the time is up or the build is stopped; whether ECS goes"
                            + " back when tasks fail is for the circuit breaker of the service to say (deploy.circuitBreaker)");
        }
        if (!options.has("--no-deregister")) {
            remarks.add("the revision that the service ran stays registered; Revisions to keep (deploy.keepRevisions)"
                    + " deregisters old ones");
        }
    }

    private static Meaning run(List<String> words, Map<String, String> environment) {
        List<String> expected = new ArrayList<>(RUN);
        expected.addAll(ACCESS);
        CommandWords options = CommandWords.of("ecs run", words, expected);
        if (options.positional().size() == 3) {
            options.expect(3, "a cluster, a task definition and a count");
        } else {
            options.expect(2, "a cluster and a task definition");
        }
        Map<String, String> step = new LinkedHashMap<>(access(options, environment));
        step.put("task.cluster", options.positional().get(0));
        step.put("task.definition", options.positional().get(1));
        if (options.positional().size() == 3) {
            step.put("task.count", options.positional().get(2));
        }
        Containers containers = new Containers("ecs run");
        for (List<String> each : options.all("--command")) {
            containers.name(each.get(0));
            put(step, "task.command", String.join("\n", arguments(each.get(1))));
        }
        environment(options, "task.environment", step, containers);
        containers.single().ifPresent(each -> step.put("task.container", each));
        step.put("task.launch", options.value("--launchtype").orElse("EC2"));
        network(options.values("--subnet"), options.values("--securitygroup"), options.has("--public-ip"), step);
        return new Meaning.Typed(
                RunTypeId.TASK,
                step,
                List.of(
                        "the step waits for the end of the task and fails with it, which the command did not; the revision"
                                + " that the command registered is no longer made: the step overrides the command and the variables"));
    }

    static void network(List<String> subnets, List<String> groups, boolean address, Map<String, String> step) {
        if (!subnets.isEmpty()) {
            step.put("task.subnets", String.join("\n", subnets));
        }
        if (!groups.isEmpty()) {
            step.put("task.securityGroups", String.join("\n", groups));
        }
        if (address) {
            step.put("task.publicIp", "true");
        }
    }

    /** The containers that a command changes: a step changes one. */
    private static final class Containers {
        private final String command;
        private Optional<String> name = Optional.empty();

        Containers(String command) {
            this.command = command;
        }

        void name(String container) {
            if (name.isPresent() && !name.get().equals(container)) {
                throw new Refusal(command + " changes several containers, and a typed step changes one");
            }
            name = Optional.of(container);
        }

        Optional<String> single() {
            return name;
        }
    }
}
