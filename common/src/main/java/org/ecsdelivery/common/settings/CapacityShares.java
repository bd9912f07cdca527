package org.ecsdelivery.common.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.TextForms;

/** Reads capacity providers with their weights. */
final class CapacityShares {
    private static final Pattern SHARE = Pattern.compile("([A-Za-z0-9_-]{1,255})(?:=(\\d{1,4}))?");
    private static final Pattern SHARE_WITH_BASE =
            Pattern.compile("([A-Za-z0-9_-]{1,255})(?:=(\\d{1,4})(?::(\\d{1,6}))?)?");
    private static final int HEAVIEST = 1000;
    private static final int GREATEST_BASE = 100_000;
    private static final int MOST = 20;

    /** The two that are Fargate's (ECS API reference, CreateCapacityProvider reserves the prefix). */
    private static final Set<String> FARGATE = Set.of("FARGATE", "FARGATE_SPOT");

    private CapacityShares() {}

    /** Reads where one task may run; a base is a number of the tasks of a service. */
    static List<CapacityShare> ofOneTask(String text) {
        return read(text, SHARE, "neither NAME nor NAME=WEIGHT");
    }

    /** Reads where the tasks of a service run, with what ECS asks of that (ECS API reference, UpdateService). */
    static List<CapacityShare> ofService(String text) {
        List<CapacityShare> all = read(text, SHARE_WITH_BASE, "neither NAME, nor NAME=WEIGHT, nor NAME=WEIGHT:BASE");
        require(all.size() <= MOST, all.size() + " capacity providers are more than " + MOST);
        require(all.stream().anyMatch(each -> each.weight() > 0), "no weight is above 0, so no task could be placed");
        require(
                all.stream().filter(each -> each.base() > 0).count() <= 1,
                "only one capacity provider may have a base above 0");
        long fargate =
                all.stream().filter(each -> FARGATE.contains(each.provider())).count();
        require(
                fargate == 0 || fargate == all.size(),
                "FARGATE and FARGATE_SPOT cannot be mixed with capacity providers of Auto Scaling groups");
        return all;
    }

    private static List<CapacityShare> read(String text, Pattern form, String problem) {
        List<CapacityShare> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String each : TextForms.list(text, entry -> entry)) {
            Matcher parts = form.matcher(each);
            require(parts.matches(), "'" + each + "' is " + problem);
            require(names.add(parts.group(1)), "'" + parts.group(1) + "' is given twice");
            all.add(new CapacityShare(
                    parts.group(1),
                    Optional.ofNullable(parts.group(2))
                            .map(weight -> TextForms.whole(weight, 0, HEAVIEST))
                            .orElse(1),
                    base(parts)));
        }
        return all;
    }

    private static int base(Matcher parts) {
        boolean given = parts.groupCount() > 2 && parts.group(3) != null;
        return given ? TextForms.whole(parts.group(3), 0, GREATEST_BASE) : 0;
    }

    private static void require(boolean fulfilled, String problem) {
        if (!fulfilled) {
            throw new IllegalArgumentException(problem);
        }
    }
}
