package org.ecsdelivery.dsl.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.check.Problem;
import org.ecsdelivery.dsl.check.Severity;
import org.ecsdelivery.dsl.diff.Diff;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SettingsTree;

/** Asserts what settings come to, with templates taken in and references looked up. Each assertion returns itself, or what it looked for. */
public final class SettingsAssert {
    private final SettingsTree tree;
    private final List<Problem> problems;

    private SettingsAssert(SettingsTree tree, List<Problem> problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** Returns the assertions of settings. */
    public static SettingsAssert that(Settings settings) {
        return new SettingsAssert(settings.tree(), settings.problems());
    }

    /** Asserts that they can be written: there may be warnings. */
    public SettingsAssert hasNoErrors() {
        return has(problems.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList());
    }

    /** Asserts that there are neither errors nor warnings. */
    public SettingsAssert hasNoProblems() {
        return has(problems);
    }

    private SettingsAssert has(List<Problem> found) {
        if (!found.isEmpty()) {
            throw new AssertionError("The settings have problems:\n"
                    + found.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return this;
    }

    /** Asserts that there is a build configuration of this id, which is {@code Shop_Build} for the build configuration Build of Shop. */
    public ConfigurationAssert configuration(String id) {
        Entity entity = tree.configuration(id)
                .filter(each -> each.kind() == Kind.BUILD_TYPE)
                .orElseThrow(() -> new AssertionError("There is no build configuration " + id + ", but there are "
                        + tree.entities(Kind.BUILD_TYPE).stream()
                                .map(Entity::id)
                                .toList()));
        return new ConfigurationAssert(entity, tree);
    }

    /** Returns all build configurations, for what shall hold for each. */
    public List<ConfigurationAssert> configurations() {
        return tree.entities(Kind.BUILD_TYPE).stream()
                .map(each -> new ConfigurationAssert(each, tree))
                .toList();
    }

    /** Asserts that a directory, such as one that is kept beside the test, means the same; the uuids of a server are no difference. */
    public SettingsAssert meansTheSameAs(Path directory) {
        Diff diff = Diff.of(SettingsDirectory.at(directory).read(), tree);
        if (!diff.isEmpty()) {
            throw new AssertionError("The settings differ from " + directory + ":\n" + diff);
        }
        return this;
    }
}
