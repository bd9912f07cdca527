package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.classic.Item.Place;

/** Goes through a script command by command, as a shell would, and notes what each one means. */
final class Shell {
    private static final Pattern CONTAINER_OPTION = Pattern.compile("--rm|-i|-t|-it|-ti");

    private static final Pattern OTHERS =
            Pattern.compile("(AWS|DOCKER|BUILDKIT|BUILDX|NEW_RELIC|SLACK)_.*|(?i)(https?|no)_proxy");

    private final Predicate<String> parameters;
    private final String text;
    private final Variables variables;
    private final Set<String> exported = new HashSet<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final StringBuilder state = new StringBuilder();
    private final List<Item> items = new ArrayList<>();
    private String directory = "";
    private boolean strict;

    private Shell(String text, Predicate<String> parameters) {
        this.text = text;
        this.parameters = parameters;
        this.variables = new Variables(parameters);
        AwsAccess.VARIABLES.forEach(this::inherit);
    }

    /** Holds the names of the variables that the AWS CLI reads. */
    private static final class AwsAccess {
        static final List<String> VARIABLES = List.of(
                "AWS_REGION",
                "AWS_DEFAULT_REGION",
                "AWS_PROFILE",
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "DOCKER_BUILDKIT");
    }

    /** What the build gives to all its steps reaches a typed step as well, but for the choice of a builder. */
    private void inherit(String name) {
        if (parameters.test("env." + name)) {
            exported.add(name);
        }
        if (name.equals("DOCKER_BUILDKIT") && parameters.test("env." + name)) {
            environment.put(name, "%env." + name + "%");
        }
    }

    /**
     * Reads a script.
     *
     * @param parameters tells whether the build has a parameter of a name
     * @throws Refusal when it is more than commands one after the other
     */
    static Shell read(String text, Predicate<String> parameters) {
        Shell shell = new Shell(text, parameters);
        shell.strict = shell.shebang();
        ScriptReader.read(text).forEach(shell::run);
        return shell;
    }

    List<Item> items() {
        return items;
    }

    /** Tells whether the script ends with the first command that fails. */
    boolean isStrict() {
        boolean oneList =
                items.stream().skip(1).allMatch(each -> each.statement().joined());
        return oneList
                || strict && items.stream().noneMatch(each -> each.statement().joined());
    }

    private boolean shebang() {
        String first = text.lines().findFirst().orElse("").strip();
        if (!first.startsWith("#!")) {
            return false;
        }
        if (!first.matches("#! ?(/usr)?(/local)?/bin/(env )?(ba|da|z)?sh( -[eux]+)?")) {
            throw new Refusal("its first line names another interpreter than a shell");
        }
        state.append(first).append('\n');
        return first.matches(".* -[a-z]*e[a-z]*");
    }

    private void run(Statement statement) {
        Place place = new Place(directory, state.toString(), environment);
        items.add(new Item(statement, meaning(statement), place));
    }

    private Meaning meaning(Statement statement) {
        List<Word> words = statement.words();
        if (statement.commands().size() > 1) {
            return piped(statement);
        }
        if (words.isEmpty()) {
            return new Meaning.Foreign();
        }
        String verb = statement.verb();
        if (verb.equals("set")) {
            return flags(statement);
        }
        if (verb.equals("cd")) {
            return directory(words);
        }
        if (verb.equals("export")
                || words.stream().allMatch(each -> each.assigned().isPresent())) {
            return assignments(statement);
        }
        return command(statement);
    }

    private Meaning flags(Statement statement) {
        String flags = source(statement);
        strict |= flags.matches("set .*(-[a-z]*e|errexit).*");
        if (flags.contains("+e") || flags.contains("+o")) {
            throw new Refusal("in line " + statement.line() + " it goes on after commands that fail");
        }
        remember(statement);
        return new Meaning.State();
    }

    private void remember(Statement statement) {
        state.append(source(statement)).append('\n');
    }

    private String source(Statement statement) {
        return text.substring(statement.start(), statement.end());
    }

    private Meaning directory(List<Word> words) {
        String target;
        try {
            target = words.size() == 2 ? variables.text(words.get(1)) : "";
        } catch (Refusal unknown) {
            target = "";
        }
        if (target.isEmpty() || target.startsWith("-") || target.contains("..")) {
            throw new Refusal("where it goes by 'cd' is only known to the shell");
        }
        boolean whole = target.startsWith("/") || target.startsWith("%");
        directory = whole || directory.isEmpty() ? target : directory + "/" + target;
        return new Meaning.State();
    }

    /** A value that only the shell knows stays known to the part of the script that sets it, unless it is for all to see. */
    private Meaning assignments(Statement statement) {
        boolean all = statement.verb().equals("export");
        boolean known = true;
        for (Word word :
                statement.words().subList(all ? 1 : 0, statement.words().size())) {
            Optional<String> name = word.assigned();
            if (name.isPresent()) {
                known &= assign(name.get(), word.value(), all || exported.contains(name.get()));
            } else if (word.source().matches("[A-Za-z_][A-Za-z0-9_]*")) {
                export(word.source());
            } else {
                throw new Refusal("in line " + statement.line() + " 'export' has words that are no variables");
            }
        }
        if (known) {
            remember(statement);
        }
        return known ? new Meaning.State() : new Meaning.Foreign();
    }

    private void export(String name) {
        exported.add(name);
        environment.put(name, variables.named(name));
    }

    private boolean assign(String name, Word value, boolean visible) {
        try {
            String known = variables.text(value);
            variables.assign(name, known);
            if (visible) {
                exported.add(name);
                environment.put(name, known);
            }
            return true;
        } catch (Refusal unknown) {
            if (visible) {
                throw new Refusal("$" + name + " is set for all commands to what only the shell knows");
            }
            variables.forget(name);
            return false;
        }
    }

    /** Returns the variables of which only the shell knows the value. */
    Set<String> unknown() {
        return variables.unknown();
    }

    private Meaning piped(Statement statement) {
        String source = source(statement);
        if (statement.commands().size() == 2
                && !statement.redirected()
                && source.contains("get-login-password")
                && source.contains("docker login")) {
            Meaning from = command(statement.commands().get(0), statement);
            Meaning to = command(statement.commands().get(1), statement);
            if (from instanceof Meaning.Login login && login.ecr() && to instanceof Meaning.Login) {
                return login;
            }
        }
        if (statement.commands().stream().anyMatch(each -> isOurs(each))) {
            boolean login = source.contains("docker login");
            return login
                    ? new Meaning.Login(false, "", "")
                    : new Meaning.Kept("what it writes goes into another command, by '|'");
        }
        return new Meaning.Foreign();
    }

    private static boolean isOurs(List<Word> words) {
        return !words.isEmpty() && words.get(0).source().matches("(.*/)?(docker|ecs|ecs-deploy|aws)");
    }

    private Meaning command(Statement statement) {
        Optional<Meaning> login = loginByOutput(statement.words());
        if (login.isPresent()) {
            return login.get();
        }
        if (statement.redirected()) {
            return isOurs(statement.words())
                    ? new Meaning.Kept("what it writes goes into a file, or what it reads comes from one")
                    : new Meaning.Foreign();
        }
        return command(statement.words(), statement);
    }

    /** A login of old was a command that printed a command. */
    private Optional<Meaning> loginByOutput(List<Word> words) {
        List<Word> rest = words.get(0).source().equals("eval") ? words.subList(1, words.size()) : words;
        if (rest.size() == 1 && rest.get(0).output().isPresent()) {
            return login(rest.get(0).output().get());
        }
        boolean docker = words.size() > 3
                && words.get(0).source().equals("docker")
                && words.get(1).source().equals("login");
        if (docker) {
            for (Word word : words) {
                if (word.output().isPresent()) {
                    return login(word.output().get());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Meaning> login(String source) {
        if (!source.strip().startsWith("aws ecr get-login")) {
            return Optional.empty();
        }
        List<Statement> inner = ScriptReader.read(source);
        return inner.size() == 1 && inner.get(0).commands().size() == 1
                ? Optional.of(command(inner.get(0).words(), inner.get(0)))
                : Optional.empty();
    }

    private Meaning command(List<Word> words, Statement statement) {
        Map<String, String> seen = new HashMap<>(environment);
        int first = 0;
        while (first < words.size() && words.get(first).assigned().isPresent()) {
            first++;
        }
        List<Word> rest = words.subList(first, words.size());
        if (CoverageZip.isOne(rest)) {
            return CoverageZip.of(rest.stream().map(variables::text).toList());
        }
        if (!isOurs(rest)) {
            return isSilent(statement) ? new Meaning.Nothing() : new Meaning.Foreign();
        }
        try {
            for (Word word : words.subList(0, first)) {
                String name = word.assigned().orElse("");
                if (!AwsAccess.VARIABLES.contains(name)) {
                    throw new Refusal("$" + name + " is set for it, which a typed step does not read");
                }
                seen.put(name, variables.text(word.value()));
            }
            return ours(rest.stream().map(variables::text).toList(), seen);
        } catch (Refusal refusal) {
            return new Meaning.Kept(refusal.reason());
        }
    }

    /** What is only printed says what is going on, which the typed steps say themselves. */
    private boolean isSilent(Statement statement) {
        return List.of("echo", ":", "true", "date", "pwd", "printf").contains(statement.verb())
                && !statement.redirected()
                && statement.words().stream()
                        .noneMatch(each -> each.source().contains("##teamcity")
                                || each.source().contains("$(")
                                || each.source().contains("`"));
    }

    private Meaning ours(List<String> words, Map<String, String> seen) {
        if (words.stream().anyMatch(each -> each.contains("%%"))) {
            throw new Refusal("'%%' looks like a variable of the command line of Windows");
        }
        String verb = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        refuseOthers(verb, seen);
        return switch (verb) {
            case "docker" -> docker(words, seen);
            case "ecs" -> EcsCommands.of(words, seen);
            case "ecs-deploy" -> EcsDeployScript.of(words, seen);
            default -> AwsCommands.of(words, seen);
        };
    }

    /** What a tool takes from its environment besides what is known here would be lost without a word. */
    private void refuseOthers(String verb, Map<String, String> seen) {
        seen.keySet().stream()
                .filter(each -> OTHERS.matcher(each).matches())
                .filter(each -> !AwsAccess.VARIABLES.contains(each))
                .sorted()
                .findFirst()
                .ifPresent(each -> {
                    throw new Refusal("$" + each + " is set for it, which a typed step does not read");
                });
        if (verb.equals("ecs")) {
            List.of("NEW_RELIC_API_KEY", "SLACK_URL").stream()
                    .filter(each -> parameters.test("env." + each))
                    .forEach(each -> {
                        throw new Refusal(
                                "by env." + each + " it tells others of the deployment, which no typed step does");
                    });
        }
    }

    private Meaning docker(List<String> words, Map<String, String> seen) {
        if (words.size() < 3 || !words.get(1).equals("run")) {
            return new DockerCommands(variables).of(words, seen);
        }
        int at = 2;
        while (at < words.size() && CONTAINER_OPTION.matcher(words.get(at)).matches()) {
            at++;
        }
        if (at < words.size() && words.get(at).matches("fabfuel/ecs-deploy(:[\\w.-]+)?")) {
            List<String> inner = new ArrayList<>(words.subList(at + 1, words.size()));
            if (!inner.isEmpty() && !inner.get(0).equals("ecs")) {
                inner.add(0, "ecs");
            }
            return EcsCommands.of(inner, Map.of());
        }
        return new DockerCommands(variables).of(words, seen);
    }
}
