package org.ecsdelivery.dsl;

/** A project feature of any type, by raw parameter names. */
public final class AnyProjectFeature extends TypedSetting<AnyProjectFeature> implements ProjectFeature {
    private AnyProjectFeature(SettingValues values) {
        super(values);
    }

    /** Returns one of a type, without parameters. */
    public static AnyProjectFeature of(String type) {
        return new AnyProjectFeature(SettingValues.of(type));
    }

    /** Returns the same in raw form. */
    public static AnyProjectFeature from(ProjectFeature other) {
        return new AnyProjectFeature(SettingValues.from(other));
    }

    @Override
    AnyProjectFeature copy(SettingValues newValues) {
        return new AnyProjectFeature(newValues);
    }
}
