package org.ecsdelivery.sandbox.aws.cloudwatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alarms of the account and their states, which nothing but a script changes. */
public final class AlarmBoard {
    /** The state of an alarm that goes off. */
    public static final String ALARM = "ALARM";

    private final Map<String, String> states = new LinkedHashMap<>();
    private final List<String> composite = new ArrayList<>();
    private final Map<String, List<String>> actions = new LinkedHashMap<>();
    private final List<String> silenced = new ArrayList<>();

    /** Sets the state of an alarm, as in {@code OK}; one that was not there is there now. */
    public synchronized void set(String name, String state) {
        states.put(name, state);
    }

    /** Sets the state of a composite alarm. */
    public synchronized void setComposite(String name, String state) {
        composite.add(name);
        set(name, state);
    }

    /** Sets what an alarm does when it goes off; nothing otherwise. */
    public synchronized void actions(String name, String... arns) {
        actions.put(name, List.of(arns));
    }

    /** Disables the actions of an alarm. */
    public synchronized void silence(String name) {
        silenced.add(name);
    }

    /** Has an alarm go. */
    public synchronized void remove(String name) {
        states.remove(name);
        actions.remove(name);
    }

    synchronized List<String> actionsOf(String name) {
        return actions.getOrDefault(name, List.of());
    }

    synchronized boolean acts(String name) {
        return !silenced.contains(name);
    }

    /** Answers whether an alarm is in {@code ALARM}. */
    public synchronized boolean fires(String name) {
        return ALARM.equals(states.get(name));
    }

    synchronized boolean isComposite(String name) {
        return composite.contains(name);
    }

    /** Answers those of the alarms that are there, all when none are named, in a state or in any, of one kind. */
    synchronized Map<String, String> find(List<String> names, Optional<String> state, boolean composites) {
        Map<String, String> found = new LinkedHashMap<>();
        states.forEach((name, now) -> {
            boolean asked = names.isEmpty() || names.contains(name);
            if (asked && state.filter(each -> !each.equals(now)).isEmpty() && isComposite(name) == composites) {
                found.put(name, now);
            }
        });
        return found;
    }
}
