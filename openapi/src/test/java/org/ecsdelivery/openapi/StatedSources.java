package org.ecsdelivery.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SIGNATURES.md states: the source of each type, and the members newer than every list. */
record StatedSources(Map<String, String> sources, Set<String> newerMembers) {
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.+?) \\|");

    static StatedSources read() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        Set<String> newer = new LinkedHashSet<>();
        for (String line : Files.readAllLines(Path.of("SIGNATURES.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && row.group(1).contains("#")) {
                newer.add(row.group(1));
            } else if (row.matches()) {
                sources.put(row.group(1), row.group(2));
            }
        }
        return new StatedSources(sources, newer);
    }
}
