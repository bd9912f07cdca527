package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ecsdelivery.dsl.ArtifactDependency;
import org.ecsdelivery.dsl.OnFailedDependency;
import org.ecsdelivery.dsl.Reuse;
import org.ecsdelivery.dsl.SnapshotDependency;
import org.ecsdelivery.dsl.model.Options;
import org.ecsdelivery.dsl.xml.Element;

/** Says what a build runs after, and what it takes. */
final class DependencyCode {
    private static final String REUSE = "take-started-build-with-same-revisions";
    private static final String REUSE_SUCCESSFUL = "take-successful-builds-only";
    private static final String ON_FAILURE = "run-build-if-dependency-failed";
    private static final String ON_CANCEL = "run-build-if-dependency-failed-to-start";
    private static final Map<String, OnFailedDependency> REACTIONS = Map.of(
            "RUN", OnFailedDependency.IGNORE,
            "RUN_ADD_PROBLEM", OnFailedDependency.ADD_PROBLEM,
            "CANCEL", OnFailedDependency.CANCEL);
    private static final Map<String, String> REVISIONS = Map.of(
            "lastSuccessful", "ofLastSuccessful", "lastPinned", "ofLastPinned", "lastFinished", "ofLastFinished");
    private static final String TAG = ".tcbuildtag";

    private final Names names;

    DependencyCode(Names names) {
        this.names = names;
    }

    /** Returns the arguments of {@code after}. */
    List<Code> after(Element dependOn) {
        Code other = names.buildType(dependOn.attribute("sourceBuildTypeId").orElse(""));
        Chain how = how(
                Chain.from(SnapshotDependency.on((org.ecsdelivery.dsl.BuildTypeReference) other.value()), "it"),
                Options.of(dependOn));
        if (how.length() == 0) {
            return List.of(other);
        }
        Code code = how.code();
        UnaryOperator<SnapshotDependency> always = any -> (SnapshotDependency) code.value();
        return List.of(other, new Code(always, "it -> " + code.text(), code.imports()));
    }

    private static Chain how(Chain chain, Map<String, String> given) {
        Map<String, String> rest = new TreeMap<>(given);
        boolean any = rest.remove(REUSE, "true");
        boolean successful = rest.remove(REUSE_SUCCESSFUL, "true");
        Chain all = any && successful ? chain : chain.call("reuse", Code.of(any ? Reuse.ANY : Reuse.NO));
        if (successful && !any) {
            all = all.call("with", Code.of(REUSE_SUCCESSFUL), Code.of("true"));
        }
        all = reaction(all, "onFailure", rest, ON_FAILURE);
        all = reaction(all, "onCancel", rest, ON_CANCEL);
        all = rest.remove("run-build-on-the-same-agent", "true") ? all.call("onTheSameAgent") : all;
        all = rest.remove("sync-revisions", "false") ? all.call("ofAnyRevision") : all;
        for (Map.Entry<String, String> each : rest.entrySet()) {
            all = all.call("with", Code.of(each.getKey()), Code.of(each.getValue()));
        }
        return all;
    }

    private static Chain reaction(Chain chain, String method, Map<String, String> rest, String option) {
        OnFailedDependency what = REACTIONS.get(rest.getOrDefault(option, ""));
        if (what == null) {
            return chain;
        }
        rest.remove(option);
        return chain.call(method, Code.of(what));
    }

    Code artifacts(Element dependency) {
        List<Code> arguments = new ArrayList<>();
        arguments.add(names.buildType(dependency.attribute("sourceBuildTypeId").orElse("")));
        arguments.addAll(Code.lines(dependency
                .element("artifact")
                .flatMap(each -> each.attribute("sourcePath"))
                .orElse("")));
        Chain chain = Chain.of(ArtifactDependency.class, "from", arguments);
        Element rule = dependency.element("revisionRule").orElse(Element.of("revisionRule"));
        chain = revision(chain, rule);
        chain = dependency.attribute("cleanDestination").orElse("").equals("true")
                ? chain.call("cleanDestination")
                : chain;
        return chain.call("id", Code.of(dependency.attribute("id").orElse(""))).code();
    }

    private static Chain revision(Chain chain, Element rule) {
        String name = rule.attribute("name").orElse("");
        String revision = rule.attribute("revision").orElse("");
        String known = REVISIONS.get(name);
        Chain all = known == null ? chain : chain.call(known);
        if (name.equals("buildNumber")) {
            all = all.call("ofBuildNumber", Code.of(revision));
        } else if (name.equals("buildTag") && revision.endsWith(TAG)) {
            all = all.call("ofTag", Code.of(revision.substring(0, revision.length() - TAG.length())));
        }
        String branch = rule.attribute("branch").orElse("");
        return branch.isEmpty() ? all : all.call("ofBranch", Code.of(branch));
    }
}
