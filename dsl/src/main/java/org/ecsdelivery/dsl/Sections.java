package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.xml.Element;

/** The lists of an entity, in the order in which they are added; older files have some of them even when they are empty. */
final class Sections {
    private final SchemaProfile profile;
    private final List<Element> all = new ArrayList<>();

    Sections(SchemaProfile profile) {
        this.profile = profile;
    }

    Sections add(Element element) {
        all.add(element);
        return this;
    }

    /** Adds a list that older files have even when it is empty. */
    Sections list(Element list) {
        if (profile.writesEmptyLists()
                || !list.children().isEmpty()
                || !list.attributes().isEmpty()) {
            all.add(list);
        }
        return this;
    }

    /** Adds a list that no file has empty. */
    Sections ifAny(Element list) {
        if (!list.children().isEmpty()) {
            all.add(list);
        }
        return this;
    }

    List<Element> elements() {
        return all;
    }
}
