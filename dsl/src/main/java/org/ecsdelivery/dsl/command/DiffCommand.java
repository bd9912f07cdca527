package org.ecsdelivery.dsl.command;

import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.diff.Diff;
import org.ecsdelivery.dsl.model.SettingsTree;

/** Tells what differs from what is somewhere, once the settings are generated; writes nothing. */
final class DiffCommand {
    private final Place place;
    private final Output output;

    DiffCommand(Place place, Output output) {
        this.place = place;
        this.output = output;
    }

    Outcome run(Settings settings, OtherSide other) {
        SettingsTree before = other.tree();
        SettingsTree after =
                other.comparable(place.directory().comparison(settings.tree()).planned());
        Diff diff = Diff.of(before, after);
        output.found().print(diff);
        output.say(diff.isEmpty() ? "Nothing differs from " + other.name() + "." : count(diff) + other.name() + ".");
        return Outcome.differentUnless(diff.isEmpty());
    }

    private static String count(Diff diff) {
        return diff.size() == 1 ? "1 of them differs from " : diff.size() + " of them differ from ";
    }
}
