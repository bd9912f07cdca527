package org.ecsdelivery.engine.envfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts variables where a template has them. */
final class TemplateOrder {
    private final Map<String, EnvVariable> left = new LinkedHashMap<>();

    TemplateOrder(List<EnvVariable> variables) {
        variables.forEach(each -> left.put(each.name(), each));
    }

    void place(TemplateLine line, Consumer<EnvVariable> variables, Consumer<String> comments) {
        line.comment().ifPresent(comments);
        EnvVariable variable =
                line.assignment().map(found -> left.remove(found.name())).orElse(null);
        if (variable != null) {
            variables.accept(variable);
        }
    }

    List<EnvVariable> rest() {
        return List.copyOf(left.values());
    }
}
