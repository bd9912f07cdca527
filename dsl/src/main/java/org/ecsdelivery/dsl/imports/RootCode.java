package org.ecsdelivery.dsl.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.imports.Script.Topic;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Params;

/** Says VCS roots. */
final class RootCode {
    private static final String GIT = "jetbrains.git";

    /** What {@link Project#git(String, String)} says by itself. */
    private static final Map<String, String> OF_GIT = Map.of(
            "agentCleanFilesPolicy", "ALL_UNTRACKED",
            "agentCleanPolicy", "ON_BRANCH_CHANGE",
            "authMethod", "ANONYMOUS",
            "branch", "refs/heads/main",
            "ignoreKnownHosts", "true",
            "submoduleCheckout", "CHECKOUT",
            "useAlternates", "AUTO",
            "usernameStyle", "USERID");

    private RootCode() {}

    static Chain made(Chain project, Code id, Entity root) {
        Map<String, String> parameters = parameters(root);
        return isGit(root)
                ? project.call("git", id, Code.of(parameters.getOrDefault("url", "")))
                : project.call(
                        "vcsRoot", id, Code.of(root.root().attribute("type").orElse("")));
    }

    private static boolean isGit(Entity root) {
        return root.root().attribute("type").orElse("").equals(GIT)
                && parameters(root).keySet().containsAll(OF_GIT.keySet())
                && parameters(root).containsKey("url");
    }

    private static Map<String, String> parameters(Entity root) {
        Map<String, String> all = new TreeMap<>();
        root.params().forEach(each -> all.put(each.attribute("name").orElse(""), Params.value(each)));
        return all;
    }

    static void say(Member member) {
        Entity root = member.entity();
        Script script = member.script();
        script.add(Topic.GENERAL, "name", Code.of(root.name()));
        String interval = root.root().attribute("modification-check-interval").orElse("");
        if (interval.matches("\\d{1,9}")) {
            script.add(Topic.GENERAL, "checkEvery", Code.of(Integer.parseInt(interval)));
        }
        Map<String, String> rest = parameters(root);
        if (isGit(root)) {
            rest.remove("url");
            rest.entrySet().removeIf(each -> each.getValue().equals(OF_GIT.get(each.getKey())));
            git(script, rest);
        }
        rest.forEach((name, value) -> script.add(Topic.GENERAL, "set", Code.of(name), Code.of(value)));
    }

    private static void git(Script script, Map<String, String> rest) {
        String branch = rest.remove("branch");
        if (branch != null) {
            script.add(Topic.GENERAL, "branch", Code.of(branch));
        }
        String branches = rest.remove("teamcity:branchSpec");
        if (branches != null) {
            script.add(Topic.GENERAL, "branches", Code.lines(branches));
        }
        String user = rest.get("username");
        String password = rest.get("secure:password");
        if ("PASSWORD".equals(rest.get("authMethod")) && user != null && password != null) {
            script.add(Topic.GENERAL, "login", Code.of(user), Names.secret(password));
            rest.keySet().removeAll(List.of("authMethod", "username", "secure:password"));
        }
    }
}
