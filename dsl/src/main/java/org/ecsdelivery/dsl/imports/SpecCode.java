package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecsdelivery.dsl.ParamSpec;

/** Says the form of a parameter: in words where they give the same, as it is where they do not. */
final class SpecCode {
    /** What is longer is no easier to read in words, and compilers take expressions of some depth only. */
    private static final int DETAILS = 100;

    private final Map<String, String> rest;

    private SpecCode(Map<String, String> details) {
        rest = new TreeMap<>(details);
    }

    static Code of(String spec) {
        return words(spec)
                .filter(each -> each.value().toString().equals(spec))
                .orElseGet(() ->
                        Chain.of(ParamSpec.class, "verbatim", Code.of(spec)).code());
    }

    private static Optional<Code> words(String spec) {
        return SpecText.parts(spec)
                .filter(each -> each.details().size() <= DETAILS)
                .flatMap(each -> {
                    SpecCode code = new SpecCode(each.details());
                    return code.kind(each.kind()).map(code::described).map(Chain::code);
                });
    }

    private Optional<Chain> kind(String kind) {
        return switch (kind) {
            case "text", "password" -> Optional.of(Chain.of(ParamSpec.class, kind));
            case "checkbox" -> checkbox();
            case "select" -> Optional.of(select());
            default -> Optional.empty();
        };
    }

    private Optional<Chain> checkbox() {
        String checked = rest.remove("checkedValue");
        String unchecked = rest.remove("uncheckedValue");
        return checked == null || unchecked == null
                ? Optional.empty()
                : Optional.of(Chain.of(ParamSpec.class, "checkbox", Code.of(checked), Code.of(unchecked)));
    }

    /** Choices under their own names stand in the beginning, as long as there is no other before them. */
    private Chain select() {
        List<Code> first = new ArrayList<>();
        int number = 1;
        while (rest.containsKey("data_" + number) && !rest.containsKey("label_" + number)) {
            first.add(Code.of(taken("data_" + number++)));
        }
        Chain chain = Chain.of(ParamSpec.class, "select", first);
        while (rest.containsKey("data_" + number)) {
            List<Code> choice = new ArrayList<>(List.of(Code.of(taken("data_" + number))));
            if (rest.containsKey("label_" + number)) {
                choice.add(Code.of(taken("label_" + number)));
            }
            chain = chain.call("choice", choice);
            number++;
        }
        return "true".equals(rest.get("multiple")) && rest.containsKey("valueSeparator")
                ? chain.call("severalJoinedBy", Code.of(together("valueSeparator", "multiple")))
                : chain;
    }

    private String taken(String name) {
        return Optional.ofNullable(rest.remove(name)).orElse("");
    }

    private String together(String name, String other) {
        rest.remove(other);
        return taken(name);
    }

    private Chain described(Chain kind) {
        Chain chain = text(text(kind, "label"), "description");
        chain = flag(chain, "display", "prompt", "prompt");
        chain = flag(chain, "display", "hidden", "hidden");
        chain = flag(chain, "readOnly", "true", "readOnly");
        chain = flag(chain, "validationMode", "not_empty", "notEmpty");
        if ("regex".equals(rest.get("validationMode"))
                && rest.keySet().containsAll(List.of("regexp", "validationMessage"))) {
            chain = chain.call(
                    "matching", Code.of(together("regexp", "validationMode")), Code.of(taken("validationMessage")));
        }
        for (Map.Entry<String, String> each : rest.entrySet()) {
            chain = chain.call("with", Code.of(each.getKey()), Code.of(each.getValue()));
        }
        return chain;
    }

    private Chain text(Chain chain, String name) {
        return rest.containsKey(name) ? chain.call(name, Code.of(taken(name))) : chain;
    }

    private Chain flag(Chain chain, String name, String value, String method) {
        return rest.remove(name, value) ? chain.call(method) : chain;
    }
}
