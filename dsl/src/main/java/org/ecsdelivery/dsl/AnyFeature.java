package org.ecsdelivery.dsl;

/** A build feature or failure condition of any type, by raw parameter names. */
public final class AnyFeature extends TypedSetting<AnyFeature> implements Feature {
    private AnyFeature(SettingValues values) {
        super(values);
    }

    /** Returns one of a type, without parameters. */
    public static AnyFeature of(String type) {
        return new AnyFeature(SettingValues.of(type));
    }

    /** Returns the same in raw form. */
    public static AnyFeature from(Feature other) {
        return new AnyFeature(SettingValues.from(other));
    }

    @Override
    AnyFeature copy(SettingValues newValues) {
        return new AnyFeature(newValues);
    }
}
