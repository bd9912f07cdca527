package org.ecsdelivery.dsl;

import org.ecsdelivery.dsl.xml.Element;

/** What a build takes of the artifacts of another. It is a value: every setter returns a copy. */
public final class ArtifactDependency {
    private final String id;
    private final BuildTypeReference source;
    private final Element revision;
    private final String rules;
    private final boolean clean;

    private ArtifactDependency(String id, BuildTypeReference source, Element revision, String rules, boolean clean) {
        this.id = id;
        this.source = source;
        this.revision = revision;
        this.rules = rules;
        this.clean = clean;
    }

    /** Returns what rules such as {@code app/*.jar => libs} take from the build of the same chain, or from the last finished one. */
    public static ArtifactDependency from(BuildTypeReference source, String rule, String... more) {
        return new ArtifactDependency("", source, revision("sameChainOrLastFinished"), Lines.of(rule, more), false);
    }

    private static Element revision(String name) {
        return revision(name, "latest." + name);
    }

    private static Element revision(String name, String value) {
        return Element.of("revisionRule").with("name", name).with("revision", value);
    }

    private ArtifactDependency of(Element newRevision) {
        return new ArtifactDependency(id, source, newRevision, rules, clean);
    }

    /** Returns this taking from the last successful build. */
    public ArtifactDependency ofLastSuccessful() {
        return of(revision("lastSuccessful"));
    }

    /** Returns this taking from the last pinned build. */
    public ArtifactDependency ofLastPinned() {
        return of(revision("lastPinned"));
    }

    /** Returns this taking from the last finished build. */
    public ArtifactDependency ofLastFinished() {
        return of(revision("lastFinished"));
    }

    /** Returns this taking from the build of a number. */
    public ArtifactDependency ofBuildNumber(String number) {
        return of(revision("buildNumber", number));
    }

    /** Returns this taking from the last build with a tag. */
    public ArtifactDependency ofTag(String tag) {
        return of(revision("buildTag", tag + ".tcbuildtag"));
    }

    /** Returns this taking from builds of a branch. */
    public ArtifactDependency ofBranch(String branch) {
        return of(revision.with("branch", branch));
    }

    /** Returns this emptying the destination first. */
    public ArtifactDependency cleanDestination() {
        return new ArtifactDependency(id, source, revision, rules, true);
    }

    /** Returns this under an id, for a configuration made from a template to replace it. */
    public ArtifactDependency id(String newId) {
        return new ArtifactDependency(newId, source, revision, rules, clean);
    }

    BuildTypeReference source() {
        return source;
    }

    String id() {
        return id;
    }

    Element element(String ownId) {
        return Element.of("dependency")
                .with("id", ownId)
                .with("sourceBuildTypeId", source.id())
                .with("cleanDestination", Boolean.toString(clean))
                .containing(revision, Element.of("artifact").with("sourcePath", rules));
    }
}
