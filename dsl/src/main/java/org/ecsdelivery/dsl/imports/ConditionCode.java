package org.ecsdelivery.dsl.imports;

import java.util.Arrays;
import java.util.Map;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.Operator;
import org.ecsdelivery.dsl.xml.Element;

/** Says requirements and the conditions of steps. */
final class ConditionCode {
    private static final Map<Operator, String> FACTORIES = Map.of(
            Operator.EXISTS, "exists",
            Operator.NOT_EXISTS, "doesNotExist",
            Operator.EQUALS, "is",
            Operator.DOES_NOT_EQUAL, "isNot",
            Operator.CONTAINS, "contains",
            Operator.STARTS_WITH, "startsWith",
            Operator.MATCHES, "matches");

    private ConditionCode() {}

    static Code of(Element element) {
        String name = element.attribute("name").orElse("");
        String value = element.attribute("value").orElse("");
        Chain chain = condition(operator(element.name()), name, value);
        String id = element.attribute("id").orElse("");
        return (id.isEmpty() ? chain : chain.call("id", Code.of(id))).code();
    }

    private static Chain condition(Operator operator, String name, String value) {
        String factory = FACTORIES.get(operator);
        if (factory == null) {
            return Chain.of(Condition.class, "of", Code.of(operator), Code.of(name), Code.of(value));
        }
        return operator.takesValue()
                ? Chain.of(Condition.class, factory, Code.of(name), Code.of(value))
                : Chain.of(Condition.class, factory, Code.of(name));
    }

    private static Operator operator(String element) {
        return Arrays.stream(Operator.values())
                .filter(each -> each.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No condition is called " + element));
    }
}
