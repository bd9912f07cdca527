package org.ecsdelivery.dsl.imports;

import java.util.Map;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.Secret;
import org.ecsdelivery.dsl.model.Kind;

/** What things are called in the class of one project. */
final class Names {
    private static final String TOKEN = "credentialsJSON:";

    private final String project;
    private final Map<String, Member> configurations;
    private final Map<String, Member> vcsRoots;
    private int asked;

    Names(String project, Map<String, Member> configurations, Map<String, Member> vcsRoots) {
        this.project = project;
        this.configurations = configurations;
        this.vcsRoots = vcsRoots;
    }

    /** Returns how often something was named. */
    int asked() {
        return asked;
    }

    Code buildType(String id) {
        return configuration(id, Kind.BUILD_TYPE, "buildType");
    }

    Code template(String id) {
        return configuration(id, Kind.TEMPLATE, "template");
    }

    private Code configuration(String id, Kind kind, String factory) {
        asked++;
        Member member = configurations.get(id);
        return member != null && member.entity().kind() == kind ? member.code(project) : outside(factory, id);
    }

    Code vcsRoot(String id) {
        asked++;
        Member member = vcsRoots.get(id);
        return member != null ? member.code(project) : outside("vcsRoot", id);
    }

    static Code outside(String factory, String id) {
        return Chain.of(External.class, factory, Code.of(id)).code();
    }

    /** Names what stands for a secret; a secret itself is refused. */
    static Code secret(String form) {
        return form.startsWith(TOKEN)
                ? Chain.of(Secret.class, "token", Code.of(form.substring(TOKEN.length())))
                        .code()
                : Chain.of(Secret.class, "reference", Code.of(form)).code();
    }
}
