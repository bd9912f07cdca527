package org.ecsdelivery.dsl.check;

import java.util.List;
import java.util.Set;
import org.ecsdelivery.dsl.model.SettingsTree;

/** All checks there are. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new IdCheck(),
            new NameCheck(),
            new ReferenceCheck(),
            new ParentCheck(),
            new EntryReferenceCheck(),
            new ConnectionCheck(),
            new CycleCheck(),
            new StepCheck(),
            new EntryIdCheck(),
            new TypeCheck(),
            new ParameterCheck(),
            new ParameterReferenceCheck(),
            new SecretCheck(),
            new CharacterCheck(),
            new VersionedSettingsCheck(),
            new UuidCheck(),
            new ProfileCheck(),
            new OptionCheck(),
            new ConditionCheck(),
            new PathRuleCheck(),
            new VcsRootCheck(),
            new TriggerCheck(),
            new DependencyCheck());

    private Checks() {}

    /** Returns the secrets that stand in a tree as texts, without them. */
    public static List<Problem> secrets(SettingsTree tree) {
        Scene scene = new Scene(tree, Set.of());
        new SecretCheck().look(scene);
        return scene.problems();
    }

    /** Returns every problem, in the order of the checks, of a tree whose entities may name these ids of other settings, too. */
    public static List<Problem> of(SettingsTree tree, Set<String> outside) {
        Scene scene = new Scene(tree, outside);
        List<List<Problem>> found =
                ALL.parallelStream().map(check -> look(check, scene.apart())).toList();
        return found.stream().flatMap(List::stream).distinct().toList();
    }

    private static List<Problem> look(Check check, Scene scene) {
        check.look(scene);
        return scene.problems();
    }
}
