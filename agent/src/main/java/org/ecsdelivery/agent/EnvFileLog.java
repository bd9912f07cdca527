package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecsdelivery.agent.envfile.EnvFile;
import org.ecsdelivery.engine.envfile.EnvMerge;
import org.ecsdelivery.engine.envfile.EnvOrigin;
import org.ecsdelivery.engine.envfile.EnvVariable;

/** Tells of an env file what may be told: names, where each comes from, and what is new. Never a value. */
final class EnvFileLog {
    /** Nobody reads more of them; what changed is told in any case. */
    private static final int MOST_UNCHANGED = 200;

    private static final String UNCHANGED = "unchanged";

    private final StepLog log;

    EnvFileLog(StepLog log) {
        this.log = log;
    }

    /**
     * Tells of a file that was written.
     *
     * @param before the hashes of the branch's build before, by name; empty when there is none or nobody can compare
     * @param now the hashes of this build; empty when nobody can compare
     */
    void tell(EnvFile file, EnvMerge merge, List<String> shown, Map<String, String> before, Map<String, String> now) {
        String block = "Env file " + file.settings().target().path();
        log.blockOpened(block);
        log.line(summary(file));
        names(file.variables(), changes(file.variables(), before, now)).forEach(log::line);
        before.keySet().stream()
                .filter(name -> !now.isEmpty() && !now.containsKey(name))
                .forEach(name -> log.line(name + ": removed"));
        merge.shadowed()
                .forEach(each -> log.line(each.name() + ": " + each.by().words() + " counts, not "
                        + each.origin().words()));
        if (!shown.isEmpty()) {
            log.line(
                    "Not masked in this log, because their values are so short or so common that every other line would"
                            + " suffer: " + String.join(", ", shown) + ". Choose longer values for what is secret.");
        }
        log.blockClosed(block);
    }

    private static String summary(EnvFile file) {
        Map<EnvOrigin.Kind, Long> kinds = file.variables().stream()
                .collect(
                        Collectors.groupingBy(each -> each.origin().kind(), LinkedHashMap::new, Collectors.counting()));
        String from = kinds.entrySet().stream()
                .map(each -> each.getKey().words() + ": " + each.getValue())
                .collect(Collectors.joining(", "));
        long secret = file.variables().stream().filter(EnvVariable::secret).count();
        return "Written to " + file.file() + " as "
                + file.settings().target().dialect().word() + " reads it, "
                + (file.variables().size() == 1
                        ? "1 variable"
                        : file.variables().size() + " variables")
                + (from.isEmpty() ? "" : " (" + from + ")") + ", " + secret
                + " of them secret. It is deleted when the build"
                + " ends.";
    }

    private static Map<String, String> changes(
            List<EnvVariable> variables, Map<String, String> before, Map<String, String> now) {
        Map<String, String> changes = new HashMap<>();
        if (now.isEmpty() || before.isEmpty()) {
            return changes;
        }
        variables.forEach(each -> {
            String old = before.getOrDefault(each.name(), "");
            String word = old.isEmpty() ? "added" : old.equals(now.get(each.name())) ? UNCHANGED : "changed";
            changes.put(each.name(), word);
        });
        return changes;
    }

    private static List<String> names(List<EnvVariable> variables, Map<String, String> changes) {
        List<String> lines = new ArrayList<>();
        int quiet = 0;
        for (EnvVariable each : variables) {
            String change = changes.getOrDefault(each.name(), UNCHANGED);
            quiet += change.equals(UNCHANGED) ? 1 : 0;
            if (!change.equals(UNCHANGED) || quiet <= MOST_UNCHANGED) {
                String known = changes.containsKey(each.name()) ? ", " + change : "";
                lines.add(each.name() + ": " + each.origin().words() + (each.secret() ? ", secret" : "") + known);
            }
        }
        if (quiet > MOST_UNCHANGED) {
            lines.add("and " + (quiet - MOST_UNCHANGED) + " more");
        }
        return lines;
    }
}
