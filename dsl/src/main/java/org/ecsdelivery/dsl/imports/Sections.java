package org.ecsdelivery.dsl.imports;

import java.util.List;
import java.util.function.Consumer;
import org.ecsdelivery.dsl.xml.Element;

/** Says the lists of one file, each by what there is for it, or element by element where that has failed. */
final class Sections {
    private final Script script;
    private final Element owner;
    private final String path;
    private final Fallbacks fallbacks;

    Sections(Script script, Element owner, String path, Fallbacks fallbacks) {
        this.script = script;
        this.owner = owner;
        this.path = path;
        this.fallbacks = fallbacks;
    }

    /** Says a list, when it is there. */
    void say(String name, Consumer<Element> saying) {
        List<Element> all = owner.elements(name);
        if (fallbacks.asItIs(path, name)) {
            all.forEach(each -> script.add(Script.Topic.REST, "element", ElementCode.of(each)));
            return;
        }
        try {
            all.forEach(saying);
        } catch (IllegalArgumentException refused) {
            fallbacks.failed(path, name);
        }
    }

    /** Says the lists that nothing else is known for. */
    void sayOthers(List<String> known) {
        owner.elements().stream()
                .filter(each -> !known.contains(each.name()))
                .forEach(each -> script.add(Script.Topic.REST, "element", ElementCode.of(each)));
    }
}
