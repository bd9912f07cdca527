package org.ecsdelivery.dsl;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a parameter is asked for and shown when somebody starts a build. Specs are values: every setter returns a copy. */
public final class ParamSpec {
    private final String kind;
    private final SortedMap<String, String> details;
    private final String verbatim;

    private ParamSpec(String kind, SortedMap<String, String> details, String verbatim) {
        this.kind = kind;
        this.details = Collections.unmodifiableSortedMap(details);
        this.verbatim = verbatim;
    }

    private static ParamSpec of(String kind) {
        return new ParamSpec(kind, new TreeMap<>(), "");
    }

    /** Returns the spec of a text. */
    public static ParamSpec text() {
        return of("text");
    }

    /** Returns the spec of a password, whose value nobody sees. */
    public static ParamSpec password() {
        return of("password");
    }

    /** Returns the spec of a box to tick, with the value for ticked and the one for not. */
    public static ParamSpec checkbox(String checked, String unchecked) {
        return of("checkbox").with("checkedValue", checked).with("uncheckedValue", unchecked);
    }

    /** Returns the spec of a choice among values; {@link #choice(String, String)} adds one under another name. */
    public static ParamSpec select(String... choices) {
        ParamSpec spec = of("select");
        for (String each : choices) {
            spec = spec.choice(each);
        }
        return spec;
    }

    /** Returns a spec as another file has it, for what cannot be said otherwise. */
    public static ParamSpec verbatim(String spec) {
        return new ParamSpec("", new TreeMap<>(), spec);
    }

    /** Returns this spec with one more choice. */
    public ParamSpec choice(String value) {
        return with("data_" + (choices() + 1), value);
    }

    /** Returns this spec with one more choice, shown under another name. */
    public ParamSpec choice(String value, String label) {
        int number = choices() + 1;
        return with("data_" + number, value).with("label_" + number, label);
    }

    private int choices() {
        return (int)
                details.keySet().stream().filter(key -> key.startsWith("data_")).count();
    }

    /** Returns this spec taking several choices at once, joined by a text. */
    public ParamSpec severalJoinedBy(String separator) {
        return with("multiple", "true").with("valueSeparator", separator);
    }

    /** Returns this spec under a name for people. */
    public ParamSpec label(String label) {
        return with("label", label);
    }

    /** Returns this spec with an explanation. */
    public ParamSpec description(String description) {
        return with("description", description);
    }

    /** Returns this spec shown to nobody who starts a build. */
    public ParamSpec hidden() {
        return with("display", "hidden");
    }

    /** Returns this spec asked for whenever somebody starts a build. */
    public ParamSpec prompt() {
        return with("display", "prompt");
    }

    /** Returns this spec that nobody may change when starting a build. */
    public ParamSpec readOnly() {
        return with("readOnly", "true");
    }

    /** Returns this spec refusing an empty text. */
    public ParamSpec notEmpty() {
        return with("validationMode", "not_empty");
    }

    /** Returns this spec refusing a text that a Java regular expression does not match, with a message that says so. */
    public ParamSpec matching(String pattern, String message) {
        return with("validationMode", "regex").with("regexp", pattern).with("validationMessage", message);
    }

    /** Returns this spec with a detail by its raw name. */
    public ParamSpec with(String name, String value) {
        SortedMap<String, String> all = new TreeMap<>(details);
        all.put(name, value);
        return new ParamSpec(kind, all, verbatim);
    }

    /** Returns the spec as a file has it. */
    @Override
    public String toString() {
        return verbatim.isEmpty()
                ? kind + details.entrySet().stream().map(ParamSpec::written).collect(Collectors.joining())
                : verbatim;
    }

    private static String written(Map.Entry<String, String> detail) {
        return " " + detail.getKey() + "='" + escaped(detail.getValue()) + "'";
    }

    private static String escaped(String value) {
        return value.replace("|", "||")
                .replace("'", "|'")
                .replace("[", "|[")
                .replace("]", "|]")
                .replace("\n", "|n")
                .replace("\r", "|r");
    }
}
