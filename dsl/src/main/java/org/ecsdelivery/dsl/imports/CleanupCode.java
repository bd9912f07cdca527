package org.ecsdelivery.dsl.imports;

import java.util.Map;
import org.ecsdelivery.dsl.CleanupLevel;
import org.ecsdelivery.dsl.CleanupPolicy;
import org.ecsdelivery.dsl.model.Options;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.xml.Element;

/** Says how long builds are kept. */
final class CleanupCode {
    private CleanupCode() {}

    static void say(Script script, Element cleanup) {
        for (Element each : cleanup.elements("policy")) {
            script.add(Script.Topic.REST, "cleanup", policy(each));
        }
        String kept = Options.of(cleanup).get("preventDependenciesArtifactsFromCleanup");
        if (kept != null) {
            script.add(Script.Topic.REST, "keepArtifactsOfDependencies", Code.of(Boolean.parseBoolean(kept)));
        }
    }

    private static Code policy(Element policy) {
        CleanupLevel level =
                CleanupLevel.valueOf(policy.attribute("cleanup-level").orElse(""));
        Chain chain = level == CleanupLevel.ARTIFACTS
                ? Chain.of(CleanupPolicy.class, "ofArtifacts")
                : Chain.of(CleanupPolicy.class, "of", Code.of(level));
        Map<String, String> parameters = Params.of(policy);
        chain = number(chain, "keepDays", parameters.get("keepDays.count"));
        chain = number(chain, "keepBuilds", parameters.get("keepBuilds.count"));
        String patterns = parameters.get("artifactPatterns");
        return (patterns == null ? chain : chain.call("artifactPatterns", Code.lines(patterns))).code();
    }

    private static Chain number(Chain chain, String method, @org.jspecify.annotations.Nullable String value) {
        return value == null ? chain : chain.call(method, Code.of(Integer.parseInt(value)));
    }
}
