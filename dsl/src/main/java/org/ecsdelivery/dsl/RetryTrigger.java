package org.ecsdelivery.dsl;

/** Starts a failed build again. */
public final class RetryTrigger extends TypedSetting<RetryTrigger> implements Trigger {
    private RetryTrigger(SettingValues values) {
        super(values);
    }

    /** Returns a trigger that tries so many times more, so many seconds after each failure. */
    public static RetryTrigger of(int attempts, int seconds) {
        return new RetryTrigger(SettingValues.of("retryBuildTrigger"))
                .set("retryAttempts", Integer.toString(attempts))
                .set("enqueueTimeout", Integer.toString(seconds));
    }

    @Override
    RetryTrigger copy(SettingValues newValues) {
        return new RetryTrigger(newValues);
    }
}
