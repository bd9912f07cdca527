package org.ecsdelivery.dsl;

/** A trigger of any type, by raw parameter names. */
public final class AnyTrigger extends TypedSetting<AnyTrigger> implements Trigger {
    private AnyTrigger(SettingValues values) {
        super(values);
    }

    /** Returns one of a type, without parameters. */
    public static AnyTrigger of(String type) {
        return new AnyTrigger(SettingValues.of(type));
    }

    /** Returns the same in raw form. */
    public static AnyTrigger from(Trigger other) {
        return new AnyTrigger(SettingValues.from(other));
    }

    @Override
    AnyTrigger copy(SettingValues newValues) {
        return new AnyTrigger(newValues);
    }
}
