package org.ecsdelivery.dsl.command;

import java.util.function.Supplier;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.diff.Diff;
import org.ecsdelivery.dsl.files.Comparison;
import org.ecsdelivery.dsl.model.SettingsTree;

/** Tells whether what is committed is what would be generated, byte for byte; writes nothing. */
final class CheckCommand {
    private final Place place;
    private final Output output;

    CheckCommand(Place place, Output output) {
        this.place = place;
        this.output = output;
    }

    /** Says all that is wrong at once: errors hide no difference, and the other way round. */
    Outcome run(Supplier<Settings> settings) {
        Preview preview = Preview.of(place, settings);
        preview.checked().problems().forEach(each -> output.complain(each.toString()));
        boolean same = isSame(preview);
        return Outcome.differentUnless(same && preview.checked().errors().isEmpty());
    }

    private boolean isSame(Preview preview) {
        SettingsTree wanted = preview.checked().tree();
        Comparison comparison = preview.comparison().get();
        if (!comparison.todo().isNothing()) {
            explain(comparison);
            return false;
        }
        if (!preview.directory().lists(wanted)) {
            output.say(
                    place.name() + ".files does not list what is generated, so that nothing of it would be removed when"
                            + " it is no longer needed. Run generate, and commit that file too.");
            return false;
        }
        output.say(place.name() + " is what the settings say: "
                + Counts.files(wanted.paths().size()) + ".");
        return true;
    }

    private void explain(Comparison comparison) {
        SettingsTree there = comparison.there();
        SettingsTree planned = comparison.planned();
        output.found().print(Diff.of(there, planned));
        for (String path : comparison.todo().changed()) {
            if (Diff.of(only(there, path), only(planned, path)).isEmpty()) {
                output.say("Written otherwise, with the same meaning: " + path);
            }
        }
        output.say(place.name() + " is not what the settings say: " + Counts.ofPlan(comparison.todo())
                + ". Run generate, and commit " + place.name() + " and " + place.name()
                + ".files.");
    }

    private static SettingsTree only(SettingsTree tree, String path) {
        return SettingsTree.of(tree.at(path).stream().toList());
    }
}
