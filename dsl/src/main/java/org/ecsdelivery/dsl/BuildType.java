package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A build configuration. */
public final class BuildType extends Configuration<BuildType> implements BuildTypeReference {
    private final List<Placed<TemplateReference>> templates = new ArrayList<>();
    private Placed<List<String>> stepOrder = Placed.here(List.of());
    private boolean paused;

    BuildType(Project project, AbsoluteId id, String name) {
        super(project, id, name);
    }

    /** Makes it from a template; the first of several wins where they differ. */
    public BuildType from(TemplateReference template) {
        templates.add(Placed.here(template));
        return this;
    }

    /** Runs the steps in another order than the template's with its own behind them; names all of them by their ids. */
    public BuildType stepOrder(String... ids) {
        stepOrder = Placed.here(Arrays.asList(ids));
        return this;
    }

    /** Starts no builds by triggers. */
    public BuildType paused() {
        paused = true;
        return this;
    }

    List<Placed<TemplateReference>> templates() {
        return templates;
    }

    Placed<List<String>> stepOrder() {
        return stepOrder;
    }

    boolean isPaused() {
        return paused;
    }

    @Override
    BuildType self() {
        return this;
    }
}
