package org.ecsdelivery.dsl.model;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.dsl.xml.Document;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.Origin;

/**
 * A project, build configuration, template, VCS root or recipe: one file of the settings.
 *
 * @param kind what it is
 * @param project the id of the project that it belongs to; a project's own id
 * @param id the id that the whole server knows it by, which is the name of its file
 * @param document what the file says
 */
public record Entity(Kind kind, String project, String id, Document document) {
    /** Returns the path of its file below the settings directory. */
    public String path() {
        return kind.path(project, id);
    }

    /** Returns the outermost element. */
    public Element root() {
        return document.root();
    }

    /** Returns where it comes from. */
    public Origin origin() {
        return root().origin();
    }

    /** Returns the name that people see. */
    public String name() {
        return kind == Kind.RECIPE
                ? root().attribute("name").orElse("")
                : root().element("name").map(Element::text).orElse("");
    }

    /** Returns what TeamCity knows it by when its id changes; an empty one counts as none. */
    public Optional<String> uuid() {
        return root().attribute("uuid").filter(uuid -> !uuid.isEmpty());
    }

    /** Returns this entity with the uuid that the server once gave it. */
    public Entity withUuid(String uuid) {
        return new Entity(kind, project, id, document.changed(root -> RootAttributes.with(root, "uuid", uuid)));
    }

    /** Returns the id of the project above a project; empty below the root project. */
    public String parent() {
        return root().attribute("parent-id").orElse("");
    }

    /** Tells whether it is a build configuration or a template. */
    public boolean isConfiguration() {
        return kind == Kind.BUILD_TYPE || kind == Kind.TEMPLATE;
    }

    /** Returns the settings of a build configuration or template; empty for others. */
    public Element settings() {
        return root().element("settings").orElse(Element.of("settings"));
    }

    /** Returns the ids of the templates that a build configuration is made from, the most important first. */
    public List<String> templates() {
        Element settings = settings();
        return settings.attribute("ref")
                .map(List::of)
                .orElseGet(() -> settings.elements("inherits", "ref").stream()
                        .map(each -> each.attribute("id").orElse(""))
                        .toList());
    }

    /** Returns the entries of a list of a build configuration or template, or of the features of a project. */
    public List<Entry> entries(String list) {
        Element owner = kind == Kind.PROJECT ? root() : settings();
        return owner.element(list).map(Element::elements).orElse(List.of()).stream()
                .map(each -> new Entry(this, each))
                .toList();
    }

    /** Returns the parameters that it sets itself, those of a VCS root too. */
    public List<Element> params() {
        return kind == Kind.VCS_ROOT
                ? root().elements("param")
                : (isConfiguration() ? settings() : root()).elements("parameters", "param");
    }

    /** Returns the kind and the id, as messages call it. */
    public String title() {
        return kind.noun() + " " + id;
    }
}
