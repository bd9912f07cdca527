package org.ecsdelivery.dsl;

/** Lets a build wait until people have said yes. */
public final class Approval extends TypedSetting<Approval> implements Feature {
    private Approval(SettingValues values) {
        super(values);
    }

    /** Returns an approval by rules such as {@code group:RELEASE_MANAGERS:1} or {@code user:jane}. */
    public static Approval of(String first, String... more) {
        return new Approval(SettingValues.of("approval-feature")).set("rules", Lines.of(first, more));
    }

    /** Returns this approval given by whoever starts the build and may give it. */
    public Approval byWhoeverStarts() {
        return set("manualStartIsApproval", "true");
    }

    /** Returns this approval that is refused after so many minutes. */
    public Approval timeout(int minutes) {
        return set("timeout", Integer.toString(minutes));
    }

    @Override
    Approval copy(SettingValues newValues) {
        return new Approval(newValues);
    }
}
