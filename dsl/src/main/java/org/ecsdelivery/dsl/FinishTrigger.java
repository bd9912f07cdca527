package org.ecsdelivery.dsl;

/** Starts a build when a build of another configuration has finished. */
public final class FinishTrigger extends TypedSetting<FinishTrigger> implements Trigger {
    private FinishTrigger(SettingValues values) {
        super(values);
    }

    /** Returns a trigger for successful builds of a configuration. */
    public static FinishTrigger of(BuildTypeReference other) {
        return new FinishTrigger(SettingValues.of("buildDependencyTrigger"))
                .set("afterSuccessfulBuildOnly", "true")
                .set("dependsOn", other);
    }

    /** Returns this trigger for failed builds too. */
    public FinishTrigger afterFailureToo() {
        return set("afterSuccessfulBuildOnly", "false");
    }

    /** Returns this trigger for branches that rules such as {@code +:<default>} let through. */
    public FinishTrigger branches(String first, String... more) {
        return set("branchFilter", Lines.of(first, more));
    }

    @Override
    FinishTrigger copy(SettingValues newValues) {
        return new FinishTrigger(newValues);
    }
}
