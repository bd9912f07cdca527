package org.ecsdelivery.server.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.engine.permission.Permission;

/**
 * What the words in capitals of permissions stand for in one step.
 *
 * @param words those that are known
 */
record PlaceInAws(Map<String, String> words) {
    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Z-]{2,}\\b");

    /** Makes the place of a step; what it does not name stays unknown. */
    static PlaceInAws of(StepUnderEdit step, String partition, String region, String account) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("arn:aws:", "arn:" + partition + ":");
        words.put("REGION", region);
        words.put("ACCOUNT", account);
        put(words, "CLUSTER", lastPart(first(step, "deploy.cluster", "task.cluster", "doctor.cluster")));
        put(words, "SERVICE", lastPart(one(first(step, "deploy.service", "doctor.services"))));
        put(words, "REPOSITORY", repository(first(step, "image.repository")));
        return new PlaceInAws(words);
    }

    private static void put(Map<String, String> words, String word, String value) {
        if (!value.isEmpty() && !value.contains("%")) {
            words.put(word, value);
        }
    }

    private static String first(StepUnderEdit step, String... names) {
        for (String name : names) {
            if (!step.entered(name).isEmpty()) {
                return step.entered(name);
            }
        }
        return "";
    }

    /** Of several services the first one is looked at. */
    private static String one(String names) {
        return names.split("[,\\s=]+")[0];
    }

    private static String lastPart(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }

    private static String repository(String image) {
        return image.replaceFirst("^[^/]*\\.[^/]*/", "").replaceFirst("[:@].*", "");
    }

    /** Returns what a permission is needed for. */
    String resource(Permission permission) {
        return filled(permission.scope().resource());
    }

    /** Returns the values of the condition keys under which a permission is given. */
    Map<String, String> context(Permission permission) {
        Map<String, String> context = new LinkedHashMap<>();
        String condition = permission.scope().condition();
        if (!condition.isEmpty()) {
            RawObject.parse(condition).members().values().stream()
                    .map(RawObject::parse)
                    .forEach(keys -> keys.members().keySet().forEach(key -> context.put(key, filled(keys.text(key)))));
        }
        return context;
    }

    /** Tells whether it is known where a permission is needed. */
    boolean knows(Permission permission) {
        return !WORD.matcher(resource(permission)).find()
                && context(permission).values().stream()
                        .noneMatch(value -> WORD.matcher(value).find());
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled;
    }
}
