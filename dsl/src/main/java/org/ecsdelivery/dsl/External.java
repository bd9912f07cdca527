package org.ecsdelivery.dsl;

/** What these settings name and other settings define: the check believes that it exists. */
public final class External {
    private External() {}

    /** Returns a build configuration of other settings. */
    public static OuterBuildType buildType(String id) {
        return new OuterBuildType(id);
    }

    /** Returns a template of other settings. */
    public static OuterTemplate template(String id) {
        return new OuterTemplate(id);
    }

    /** Returns a VCS root of other settings. */
    public static OuterVcsRoot vcsRoot(String id) {
        return new OuterVcsRoot(id);
    }

    /** Returns a project of other settings. */
    public static OuterProject project(String id) {
        return new OuterProject(id);
    }

    /** Returns a connection of other settings. */
    public static Connection connection(String id) {
        return new OuterConnection(id);
    }

    /**
     * A build configuration of other settings.
     *
     * @param id its id
     */
    public record OuterBuildType(String id) implements BuildTypeReference, Outside {}

    /**
     * A template of other settings.
     *
     * @param id its id
     */
    public record OuterTemplate(String id) implements TemplateReference, Outside {}

    /**
     * A VCS root of other settings.
     *
     * @param id its id
     */
    public record OuterVcsRoot(String id) implements VcsRootReference, Outside {}

    /**
     * A project of other settings.
     *
     * @param id its id
     */
    public record OuterProject(String id) implements ProjectReference, Outside {}

    private record OuterConnection(String id) implements Connection, Outside {}

    /** Marks what other settings define. */
    sealed interface Outside extends Reference {}
}
