package org.ecsdelivery.dsl.command;

import java.util.function.Supplier;
import org.ecsdelivery.dsl.CheckedSettings;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.diff.Diff;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.files.Written;
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
        SettingsDirectory directory = place.directory().readAhead();
        CheckedSettings checked = settings.get().checked();
        checked.problems().forEach(each -> output.complain(each.toString()));
        boolean same = isSame(directory, checked.tree());
        return Outcome.differentUnless(same && checked.errors().isEmpty());
    }

    private boolean isSame(SettingsDirectory directory, SettingsTree wanted) {
        Written todo = directory.compare(wanted);
        if (!todo.isNothing()) {
            explain(directory, wanted, todo);
            return false;
        }
        if (!directory.lists(wanted)) {
            output.say(
                    place.name() + ".files does not list what is generated, so that nothing of it would be removed when"
                            + " it is no longer needed. Run generate, and commit that file too.");
            return false;
        }
        output.say(place.name() + " is what the settings say: "
                + Counts.files(wanted.files().size()) + ".");
        return true;
    }

    private void explain(SettingsDirectory directory, SettingsTree wanted, Written todo) {
        SettingsTree there = directory.read();
        SettingsTree planned = directory.planned(wanted);
        output.found().print(Diff.of(there, planned));
        for (String path : todo.changed()) {
            if (Diff.of(only(there, path), only(planned, path)).isEmpty()) {
                output.say("Written otherwise, with the same meaning: " + path);
            }
        }
        output.say(place.name() + " is not what the settings say: " + Counts.ofPlan(todo)
                + ". Run generate, and commit " + place.name() + " and " + place.name()
                + ".files.");
    }

    private static SettingsTree only(SettingsTree tree, String path) {
        return SettingsTree.of(tree.at(path).stream().toList());
    }
}
