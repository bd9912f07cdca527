package org.ecsdelivery.dsl;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Starts a build at set times. */
public final class ScheduleTrigger extends TypedSetting<ScheduleTrigger> implements Trigger {
    private static final List<String> CRON = List.of("sec", "min", "hour", "dm", "month", "dw", "year");

    private ScheduleTrigger(SettingValues values) {
        super(values);
    }

    /** Returns a trigger for every day at a time of the server's zone. */
    public static ScheduleTrigger daily(int hour, int minute) {
        return at("daily", hour, minute);
    }

    /** Returns a trigger for a day of every week at a time of the server's zone. */
    public static ScheduleTrigger weekly(DayOfWeek day, int hour, int minute) {
        return at("weekly", hour, minute).set("dayOfWeek", day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    /** Returns a trigger for times of a cron expression of six or seven parts: second, minute, hour, day, month, weekday and year. */
    public static ScheduleTrigger cron(String expression) {
        String[] parts = expression.strip().split("\\s+", -1);
        if (parts.length < 6 || parts.length > 7) {
            throw new IllegalArgumentException("Cron expression '" + expression + "': it has " + parts.length
                    + " parts. Give second, minute, hour, day of month, month, day of week and, if need be, year.");
        }
        ScheduleTrigger trigger = of("cron");
        for (int i = 0; i < parts.length; i++) {
            trigger = trigger.set("cronExpression_" + CRON.get(i), parts[i]);
        }
        return trigger;
    }

    private static ScheduleTrigger at(String policy, int hour, int minute) {
        return of(policy).set("hour", Integer.toString(hour)).set("minute", Integer.toString(minute));
    }

    private static ScheduleTrigger of(String policy) {
        return new ScheduleTrigger(SettingValues.of("schedulingTrigger")).set("schedulingPolicy", policy);
    }

    /** Returns this trigger by the clock of a zone such as {@code Europe/Berlin}. */
    public ScheduleTrigger zone(ZoneId zone) {
        return set("timezone", zone.getId());
    }

    /** Returns this trigger starting a build even where nothing has changed, or not. */
    public ScheduleTrigger onlyWithChanges(boolean only) {
        return set("triggerBuildWithPendingChangesOnly", only);
    }

    /** Returns this trigger for branches that rules such as {@code +:<default>} let through. */
    public ScheduleTrigger branches(String first, String... more) {
        return set("branchFilter", Lines.of(first, more));
    }

    /** Returns this trigger letting a queued build give way to a newer one of the same sources, or not. */
    public ScheduleTrigger queueOptimization(boolean on) {
        return set("enableQueueOptimization", on);
    }

    @Override
    ScheduleTrigger copy(SettingValues newValues) {
        return new ScheduleTrigger(newValues);
    }
}
