package org.ecsdelivery.engine.coverage.path;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of Go's modules in the checkout: profiles tell files by import path. */
public final class GoModules {
    private static final Pattern MODULE = Pattern.compile("(?m)^\\s*module\\s+\"?([^\\s\"]+)");
    private static final int LONGEST = 1 << 20;

    private GoModules() {}

    /** Returns a rule for each {@code go.mod} of the checkout, the longest name first. */
    public static List<PathRule> rules(Path checkout, CheckoutFiles files) throws IOException {
        List<PathRule> rules = new ArrayList<>();
        for (String path : files.named("go.mod")) {
            Path file = checkout.resolve(path);
            if (Files.isRegularFile(file) && Files.size(file) < LONGEST) {
                Matcher module = MODULE.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                if (module.find()) {
                    rules.add(new PathRule(module.group(1), path.substring(0, Math.max(0, path.lastIndexOf('/')))));
                }
            }
        }
        rules.sort(
                Comparator.comparing((PathRule rule) -> -rule.from().length()).thenComparing(PathRule::from));
        return rules;
    }
}
