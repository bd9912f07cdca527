package org.ecsdelivery.common.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place for files in Amazon S3.
 *
 * @param bucket the bucket
 * @param prefix what keys begin with, without the slash at the end; may be empty
 */
public record S3Folder(String bucket, String prefix) {
    /** Names as S3 takes them (Amazon S3 user guide, "General purpose bucket naming rules"). */
    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(\\S*))?");

    /**
     * Reads {@code s3://bucket/prefix}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static S3Folder parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not of the form s3://bucket/prefix");
        }
        String prefix = matcher.group(2) == null ? "" : matcher.group(2);
        return new S3Folder(matcher.group(1), prefix.replaceAll("^/+|/+$", ""));
    }

    /** Returns the key of a file in it. */
    public String key(String file) {
        return prefix.isEmpty() ? file : prefix + "/" + file;
    }
}
