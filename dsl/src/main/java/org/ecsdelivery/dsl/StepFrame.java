package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.List;

/** What every step has, whatever it runs. */
record StepFrame(String id, String name, StepMode mode, List<Condition> conditions, boolean enabled) {
    private static final StepFrame NONE = new StepFrame("", "", StepMode.DEFAULT, List.of(), true);

    StepFrame {
        conditions = List.copyOf(conditions);
    }

    static StepFrame none() {
        return NONE;
    }

    static StepFrame of(Step step) {
        return new StepFrame(step.id(), step.name(), step.mode(), step.conditions(), step.enabled());
    }

    StepFrame id(String newId) {
        return new StepFrame(newId, name, mode, conditions, enabled);
    }

    StepFrame name(String newName) {
        return new StepFrame(id, newName, mode, conditions, enabled);
    }

    StepFrame mode(StepMode newMode) {
        return new StepFrame(id, name, newMode, conditions, enabled);
    }

    StepFrame when(Condition condition) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(condition);
        return new StepFrame(id, name, mode, all, enabled);
    }

    StepFrame disabled() {
        return new StepFrame(id, name, mode, conditions, false);
    }
}
