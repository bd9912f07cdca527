package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.dsl.classic.Item.Place;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.xml.Element;

/**
 * One of the steps that a step becomes.
 *
 * @param place where its first command stood
 * @param script the script, of what stays one
 * @param typed the typed step, of what becomes one
 */
record Part(Place place, Optional<String> script, Optional<Meaning.Typed> typed) {
    static Part script(Place place, String text) {
        return new Part(place, Optional.of(text), Optional.empty());
    }

    static Part typed(Place place, Meaning.Typed step) {
        return new Part(place, Optional.empty(), Optional.of(step));
    }

    boolean isScript() {
        return script.isPresent();
    }

    String type(SourceStep source) {
        return typed.map(Meaning.Typed::type).orElse(source.entry().type());
    }

    /** Returns how the step is written: what the one that it comes from has besides its commands, it has too. */
    Element element(SourceStep source, String id, boolean named) {
        Element old = source.entry().element();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (typed.isPresent()) {
            parameters.putAll(typed.get().parameters());
            String mode = source.entry().parameters().getOrDefault(SourceStep.MODE, "");
            if (!mode.isEmpty()) {
                parameters.put(SourceStep.MODE, mode);
            }
        } else {
            parameters.putAll(source.entry().parameters());
            script.ifPresent(text -> parameters.put(SourceStep.SCRIPT, text));
        }
        String directory = directory(source);
        if (!directory.isEmpty()) {
            parameters.put(SourceStep.DIRECTORY, directory);
        }
        Element runner = Element.of("runner").withIfAny("id", id);
        if (old.attribute("name").isPresent()) {
            runner = runner.with("name", named ? old.attribute("name").orElse("") : "");
        }
        List<Element> content = new ArrayList<>();
        old.elements().stream()
                .map(each -> each.name().equals("parameters") ? each.containing(Params.sorted(parameters)) : each)
                .forEach(content::add);
        return runner.with("type", type(source)).containing(content);
    }

    private String directory(SourceStep source) {
        String own = source.directory();
        String went = place.directory();
        boolean whole = own.isEmpty() || went.startsWith("/") || went.startsWith("%");
        return went.isEmpty() ? own : whole ? went : own + "/" + went;
    }
}
