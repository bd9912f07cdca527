package org.ecsdelivery.dsl;

/** Starts a build when somebody has pushed a change. */
public final class VcsTrigger extends TypedSetting<VcsTrigger> implements Trigger {
    private VcsTrigger(SettingValues values) {
        super(values);
    }

    /** Returns a trigger for every change of every branch that the VCS roots watch. */
    public static VcsTrigger ofChanges() {
        return new VcsTrigger(SettingValues.of("vcsTrigger"));
    }

    /** Returns this trigger for branches that rules such as {@code +:<default>} let through. */
    public VcsTrigger branches(String first, String... more) {
        return set("branchFilter", Lines.of(first, more));
    }

    /** Returns this trigger for changes that rules such as {@code -:docs/**} let through. */
    public VcsTrigger rules(String first, String... more) {
        return set("triggerRules", Lines.of(first, more));
    }

    /** Returns this trigger waiting until nobody has pushed for so many seconds. */
    public VcsTrigger quietPeriod(int seconds) {
        return set("quietPeriodMode", "USE_CUSTOM").set("quietPeriod", Integer.toString(seconds));
    }

    /** Returns this trigger waiting for nothing. */
    public VcsTrigger withoutQuietPeriod() {
        return set("quietPeriodMode", "DO_NOT_USE");
    }

    /** Returns this trigger waiting as long as the server's settings say. */
    public VcsTrigger defaultQuietPeriod() {
        return set("quietPeriodMode", "USE_DEFAULT");
    }

    /** Returns this trigger letting a queued build give way to a newer one of the same sources, or not. */
    public VcsTrigger queueOptimization(boolean on) {
        return set("enableQueueOptimization", on);
    }

    /** Returns this trigger starting one build for each commit. */
    public VcsTrigger perCommit() {
        return set("perCheckinTriggering", "true");
    }

    /** Returns this trigger starting one build for the commits of one person. */
    public VcsTrigger perCommitter() {
        return perCommit().set("groupCheckinsByCommitter", "true");
    }

    /** Returns this trigger for changes of snapshot dependencies too. */
    public VcsTrigger withDependencies() {
        return set("watchChangesInDependencies", "true");
    }

    @Override
    VcsTrigger copy(SettingValues newValues) {
        return new VcsTrigger(newValues);
    }
}
