package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which images ECR deletes by itself.
 *
 * @param tags the tags it is about, with wildcards; empty for images without a tag or, where a count is kept, for all images
 * @param keep how many of the newest stay; empty where the age decides
 * @param days after how many days since their push they go; empty where the count decides
 */
public record LifecycleRule(Optional<String> tags, Optional<Integer> keep, Optional<Integer> days) {
    private static final Pattern KEEP = Pattern.compile("keep (\\d{1,5}) images?(?: of (\\S+))?");
    private static final Pattern EXPIRE = Pattern.compile("expire (\\S+) after (\\d{1,5}) days?");
    private static final String UNTAGGED = "untagged";
    private static final Pattern TAGS = Pattern.compile("[A-Za-z0-9._*-]{1,128}");

    /** Reads one rule per line, in the order in which they come first. */
    static List<LifecycleRule> list(String text) {
        List<LifecycleRule> rules = text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(LifecycleRule::of)
                .toList();
        long ofAll = rules.stream().filter(LifecycleRule::isOfAll).count();
        if (ofAll > 1 || ofAll == 1 && !rules.get(rules.size() - 1).isOfAll()) {
            throw new IllegalArgumentException(
                    "'keep N images' is about all images, so it is the last rule, and there is one");
        }
        return rules;
    }

    private static LifecycleRule of(String line) {
        Matcher keep = KEEP.matcher(line);
        if (keep.matches()) {
            return new LifecycleRule(
                    Optional.ofNullable(keep.group(2)).map(LifecycleRule::tags),
                    Optional.of(number(keep.group(1))),
                    Optional.empty());
        }
        Matcher expire = EXPIRE.matcher(line);
        if (expire.matches()) {
            String what = expire.group(1);
            return new LifecycleRule(
                    what.equals(UNTAGGED) ? Optional.empty() : Optional.of(tags(what)),
                    Optional.empty(),
                    Optional.of(number(expire.group(2))));
        }
        throw new IllegalArgumentException("'" + line
                + "' is none of 'keep 30 images', 'keep 5 images of release-*', 'expire untagged after 7 days',"
                + " 'expire personal-* after 14 days'");
    }

    private static String tags(String text) {
        if (!TAGS.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no tag, and no pattern of tags such as personal-*");
        }
        return text;
    }

    private static int number(String digits) {
        int number = Integer.parseInt(digits);
        if (number == 0) {
            throw new IllegalArgumentException("'0' would delete every image");
        }
        return number;
    }

    /** Tells whether it is about all images. */
    public boolean isOfAll() {
        return keep.isPresent() && tags.isEmpty();
    }
}
