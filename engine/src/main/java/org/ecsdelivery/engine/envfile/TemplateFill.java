package org.ecsdelivery.engine.envfile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills a template's placeholders from the other sources and from the template itself. */
final class TemplateFill {
    private static final int LONGEST = 8 * 1024 * 1024;
    private static final int DEEPEST = 50;

    private final Map<String, EnvVariable> given;
    private final Map<String, TemplateVariable> defaults;
    private final EnvOrigin origin;
    private final Map<String, Optional<EnvVariable>> known = new HashMap<>();
    private final Map<String, EnvProblem> missing = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    TemplateFill(Map<String, EnvVariable> given, Optional<EnvTemplate> template) {
        this.given = given;
        this.defaults = template.map(EnvTemplate::variables).orElse(Map.of());
        this.origin = EnvOrigin.template(template.map(EnvTemplate::path).orElse(""));
    }

    /** Returns the variable that counts; nothing, and a problem, when a placeholder stays empty that must not. */
    Optional<EnvVariable> variable(String name) {
        Optional<EnvVariable> found = Optional.ofNullable(given.get(name));
        TemplateVariable line = defaults.get(name);
        if (line == null) {
            return found;
        }
        Optional<EnvVariable> counting = found.isPresent() ? found : filled(line);
        if (line.required() && counting.filter(each -> !each.value().isEmpty()).isEmpty()) {
            report(name, "required", line.line());
        }
        return counting;
    }

    /** Returns what must be there and is not, by name. */
    Map<String, EnvProblem> missing() {
        return missing;
    }

    private Optional<EnvVariable> filled(TemplateVariable line) {
        Optional<EnvVariable> before = known.get(line.name());
        if (before != null) {
            return before;
        }
        if (open.size() >= DEEPEST || !open.add(line.name())) {
            return Optional.empty();
        }
        Optional<EnvVariable> value = fill(line);
        open.remove(line.name());
        known.put(line.name(), value);
        return value;
    }

    private Optional<EnvVariable> fill(TemplateVariable line) {
        StringBuilder text = new StringBuilder();
        boolean secret = false;
        for (TemplatePart part : line.parts()) {
            if (part instanceof TemplatePart.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof TemplatePart.Reference reference) {
                Optional<EnvVariable> other = resolve(reference, line);
                secret |= other.filter(EnvVariable::secret).isPresent();
                text.append(other.map(EnvVariable::value)
                        .orElse(reference.otherwise().orElse("")));
            }
            if (text.length() > LONGEST) {
                missing.putIfAbsent(
                        line.name(), problem(line.name(), "placeholders make it longer than 8 MiB", line.line()));
                return Optional.empty();
            }
        }
        return missing.containsKey(line.name())
                ? Optional.empty()
                : Optional.of(new EnvVariable(line.name(), text.toString(), origin, secret));
    }

    private Optional<EnvVariable> resolve(TemplatePart.Reference reference, TemplateVariable line) {
        boolean needsText =
                reference.otherwise().isPresent() || reference.message().isPresent();
        Optional<EnvVariable> other = variable(reference.name())
                .filter(each -> !needsText || !each.value().isEmpty());
        if (other.isEmpty() && reference.otherwise().isEmpty()) {
            report(
                    reference.name(),
                    reference.message().filter(text -> !text.isBlank()).orElse("no source has it"),
                    line.line());
        }
        return other;
    }

    private void report(String name, String reason, int line) {
        missing.putIfAbsent(name, problem(name, reason, line));
    }

    private EnvProblem problem(String name, String reason, int line) {
        return new EnvProblem(name, reason, "line " + line + " of " + origin.name());
    }
}
