package org.ecsdelivery.common.settings;

import static org.ecsdelivery.common.settings.CoverageParameters.BASELINE;
import static org.ecsdelivery.common.settings.CoverageParameters.BASELINE_FILE;
import static org.ecsdelivery.common.settings.CoverageParameters.COMPONENTS;
import static org.ecsdelivery.common.settings.CoverageParameters.MINIMUMS;
import static org.ecsdelivery.common.settings.CoverageParameters.PARTIAL;
import static org.ecsdelivery.common.settings.CoverageParameters.PATCH;
import static org.ecsdelivery.common.settings.CoverageParameters.RATCHET;
import static org.ecsdelivery.common.settings.CoverageParameters.TOLERANCE;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.settings.CoverageGate.Minimum;
import org.ecsdelivery.common.settings.CoverageGate.Ratchet;
import org.ecsdelivery.common.settings.CoverageGate.Ratchet.Baseline;
import org.ecsdelivery.common.settings.CoverageGate.Scope;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.common.value.Percent;

/** Reads what the coverage step demands. */
final class CoverageDemands {
    private static final Pattern DEMAND = Pattern.compile(
            "(?:(?<component>[\\w.-]+)\\s*:\\s*|(?<changed>changed)\\s+)?(?<metric>[a-z]+)\\s+(?<least>\\S.*)");
    private static final Pattern COMPONENT = Pattern.compile("([\\w.-]+)\\s*=\\s*(\\S.*)");

    private CoverageDemands() {}

    static CoverageGate read(ParameterReader reader, boolean knowsChanges) {
        Map<String, List<String>> components =
                reader.optional(COMPONENTS, CoverageDemands::components).orElse(Map.of());
        List<Minimum> minimums =
                reader.optional(MINIMUMS, CoverageDemands::minimums).orElse(List.of());
        minimums.forEach(each -> check(reader, each.scope(), components, knowsChanges));
        return new CoverageGate(minimums, components, ratchet(reader), reader.flag(PARTIAL));
    }

    private static void check(
            ParameterReader reader, Scope scope, Map<String, List<String>> components, boolean knowsChanges) {
        if (scope.kind() == Scope.Kind.CHANGED && !knowsChanges && !reader.isDeferred(PATCH)) {
            reader.reject(
                    MINIMUMS,
                    "changed lines are demanded, but nothing tells which lines are changed",
                    "Set " + PATCH.label() + " (" + PATCH.name() + ").");
        }
        scope.component()
                .filter(name -> !components.containsKey(name) && !reader.isDeferred(COMPONENTS))
                .ifPresent(name -> reader.reject(
                        MINIMUMS,
                        "there is no component '" + name + "'",
                        "Add it to " + COMPONENTS.label() + " (" + COMPONENTS.name() + ")."));
    }

    private static Ratchet ratchet(ParameterReader reader) {
        Set<CoverageMetric> metrics =
                reader.optional(RATCHET, CoverageDemands::metrics).orElse(Set.of());
        Baseline baseline = reader.optional(BASELINE, text -> TextForms.constant(Baseline.class, text))
                .orElse(Baseline.BUILD);
        Optional<String> file = reader.optional(BASELINE_FILE, path -> path);
        if (baseline == Baseline.FILE && !reader.has(BASELINE_FILE)) {
            reader.reject(BASELINE_FILE, "nothing is given", BASELINE_FILE.help());
        }
        return new Ratchet(
                metrics,
                baseline,
                file,
                reader.optional(TOLERANCE, Percent::parse).orElse(Percent.ZERO));
    }

    private static List<Minimum> minimums(String text) {
        return lines(text).stream().map(CoverageDemands::minimum).toList();
    }

    private static Minimum minimum(String line) {
        Matcher matcher = DEMAND.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + line + "' is not of the form lines 80, changed lines 80 or component: lines 80");
        }
        Scope scope = Optional.ofNullable(matcher.group("component"))
                .map(Scope::component)
                .orElse(matcher.group("changed") == null ? Scope.TOTAL : Scope.CHANGED);
        return new Minimum(scope, metric(matcher.group("metric")), Percent.parse(matcher.group("least")));
    }

    private static Set<CoverageMetric> metrics(String text) {
        Set<CoverageMetric> all = EnumSet.noneOf(CoverageMetric.class);
        all.addAll(TextForms.list(text, CoverageDemands::metric));
        return Collections.unmodifiableSet(all);
    }

    private static CoverageMetric metric(String word) {
        return CoverageMetric.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is none of lines, branches, functions, classes, statements, instructions"));
    }

    private static Map<String, List<String>> components(String text) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String line : lines(text)) {
            Matcher matcher = COMPONENT.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + line + "' is not of the form name=pattern, pattern");
            }
            if (all.put(matcher.group(1), TextForms.list(matcher.group(2), pattern -> pattern)) != null) {
                throw new IllegalArgumentException("component '" + matcher.group(1) + "' is given twice");
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
