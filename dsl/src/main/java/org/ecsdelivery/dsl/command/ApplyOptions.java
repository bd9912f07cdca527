package org.ecsdelivery.dsl.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SettingsTree;

/**
 * What is to be applied, and where.
 *
 * @param server the server
 * @param project the project that is synchronised
 * @param revision the commit that must be loaded in the end, if that matters
 * @param limit how long to wait
 */
record ApplyOptions(ServerAddress server, String project, Optional<String> revision, Duration limit) {
    static final String PROJECT = "--project";
    static final String REVISION = "--revision";
    static final String MINUTES = "--minutes";
    private static final int LONGEST = 1440;

    static ApplyOptions of(Arguments arguments, Supplier<Settings> settings) {
        if (arguments.option("--token").isPresent()) {
            throw new Misuse(
                    "A token among the arguments could be read by every user of this machine, and stays in the history of"
                            + " the shell. Revoke it, and put a new one into the variable " + AccessToken.VARIABLE
                            + " or into a file that you name behind " + AccessToken.FILE + ".");
        }
        arguments.allow(ServerAddress.OPTION, ServerAddress.PLAIN, PROJECT, REVISION, MINUTES, AccessToken.FILE);
        return new ApplyOptions(
                ServerAddress.of(arguments),
                arguments.option(PROJECT).map(ApplyOptions::id).orElseGet(() -> top(settings.get())),
                arguments.option(REVISION).map(ApplyOptions::commit),
                Duration.ofMinutes(minutes(arguments.option(MINUTES).orElse("10"))));
    }

    private static String id(String given) {
        if (!given.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new Misuse("'" + given + "' is no id of a project. Write behind " + PROJECT
                    + " what TeamCity shows as Project ID.");
        }
        return given;
    }

    private static String top(Settings settings) {
        SettingsTree tree = settings.tree();
        List<String> tops = tree.entities(Kind.PROJECT).stream()
                .filter(each -> tree.project(each.parent()).isEmpty())
                .map(Entity::id)
                .toList();
        if (tops.size() != 1) {
            throw new Misuse(
                    "The settings have " + (tops.isEmpty() ? "no project" : "the projects " + String.join(", ", tops))
                            + " at the top. Say behind " + PROJECT + " which one the server synchronises.");
        }
        return tops.get(0);
    }

    private static String commit(String given) {
        if (!given.matches("[0-9a-f]{7,64}")) {
            throw new Misuse("'" + given + "' is no commit. Write its hash behind " + REVISION
                    + ", which git rev-parse HEAD tells and in a build is %build.vcs.number%.");
        }
        return given;
    }

    private static int minutes(String given) {
        if (!given.matches("\\d{1,4}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > LONGEST) {
            throw new Misuse(
                    "'" + given + "' cannot stand behind " + MINUTES + ". Write a number from 1 to " + LONGEST + ".");
        }
        return Integer.parseInt(given);
    }
}
