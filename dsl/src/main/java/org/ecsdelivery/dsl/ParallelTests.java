package org.ecsdelivery.dsl;

/** Runs the tests of a build in several batches at the same time. */
public final class ParallelTests extends TypedSetting<ParallelTests> implements Feature {
    private ParallelTests(SettingValues values) {
        super(values);
    }

    /** Returns a number of batches. */
    public static ParallelTests of(int batches) {
        return new ParallelTests(SettingValues.of("parallelTests")).set("numberOfBatches", Integer.toString(batches));
    }

    @Override
    ParallelTests copy(SettingValues newValues) {
        return new ParallelTests(newValues);
    }
}
