package org.ecsdelivery.engine.permission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.permission.Permission.Step;

/** Writes IAM policies (IAM user guide, "Grammar of the IAM JSON policy language"). */
public final class Policy {
    private Policy() {}

    /** Returns the policy that gives a step its permissions and no more, with words in capitals to fill in. */
    public static String of(Step step) {
        Map<Scope, List<String>> actions = Permission.ALL.stream()
                .filter(each -> each.step() == step)
                .collect(Collectors.groupingBy(
                        Permission::scope,
                        LinkedHashMap::new,
                        Collectors.mapping(Permission::action, Collectors.toList())));
        return actions.entrySet().stream()
                .map(each -> "    " + statement(each.getValue(), each.getKey().resource(), each.getKey()))
                .collect(Collectors.joining(
                        ",\n", "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n", "\n  ]\n}\n"));
    }

    static String statement(List<String> actions, String resource, Scope scope) {
        String names = actions.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(","));
        return "{\"Effect\":\"Allow\",\"Action\":" + (actions.size() == 1 ? names : "[" + names + "]")
                + ",\"Resource\":\"" + resource + "\""
                + (scope.condition().isEmpty() ? "" : ",\"Condition\":" + scope.condition()) + "}";
    }
}
