package org.ecsdelivery.dsl;

/** What several build configurations have in common; each can replace, add and switch off. */
public final class Template extends Configuration<Template> implements TemplateReference {
    Template(Project project, AbsoluteId id, String name) {
        super(project, id, name);
    }

    @Override
    Template self() {
        return this;
    }
}
