package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.dsl.xml.Element;

/**
 * A project with all that is in it. What belongs to it is made by it, and gets its id before its own: {@code build} of {@code Shop} is
 * {@code Shop_build}.
 */
public final class Project extends Named<Project> implements ProjectReference {
    private final Optional<ProjectReference> parent;
    private final List<Project> projects = new ArrayList<>();
    private final List<Template> templates = new ArrayList<>();
    private final List<BuildType> buildTypes = new ArrayList<>();
    private final List<VcsRoot> vcsRoots = new ArrayList<>();
    private final List<Placed<ProjectFeature>> features = new ArrayList<>();
    private final Cleanup cleanup = new Cleanup();
    private Optional<Placed<TemplateReference>> defaultTemplate = Optional.empty();
    private final List<Placed<Element>> rawElements = new ArrayList<>();
    private boolean archived;
    private boolean ordered;
    private boolean elsewhere;

    private Project(Optional<ProjectReference> parent, AbsoluteId id, String name) {
        super(id, name);
        this.parent = parent;
    }

    /** Returns a project right below the root of the server. */
    public static Project of(String id) {
        return new Project(Optional.empty(), AbsoluteId.of(id), id);
    }

    /** Returns a project below one of other settings; its id is used as it is. */
    public static Project of(String id, External.OuterProject parent) {
        return new Project(Optional.of(parent), AbsoluteId.of(id), id);
    }

    /** Returns a new project in this one. */
    public Project project(String id) {
        return add(new Project(Optional.of(this), absoluteId().below(id), id));
    }

    /** Returns a new project in this one, whose id is used as it is. */
    public Project project(AbsoluteId id) {
        return add(new Project(Optional.of(this), id, id.value()));
    }

    private Project add(Project project) {
        projects.add(project);
        return project;
    }

    /** Returns a new build configuration in this project. */
    public BuildType buildType(String id) {
        return add(new BuildType(this, absoluteId().below(id), id));
    }

    /** Returns a new build configuration in this project, whose id is used as it is. */
    public BuildType buildType(AbsoluteId id) {
        return add(new BuildType(this, id, id.value()));
    }

    private BuildType add(BuildType buildType) {
        buildTypes.add(buildType);
        return buildType;
    }

    /** Returns a new template in this project. */
    public Template template(String id) {
        return add(new Template(this, absoluteId().below(id), id));
    }

    /** Returns a new template in this project, whose id is used as it is. */
    public Template template(AbsoluteId id) {
        return add(new Template(this, id, id.value()));
    }

    private Template add(Template template) {
        templates.add(template);
        return template;
    }

    /** Returns a new git repository in this project. */
    public GitVcsRoot git(String id, String url) {
        return add(new GitVcsRoot(this, absoluteId().below(id), id, url));
    }

    /** Returns a new git repository in this project, whose id is used as it is. */
    public GitVcsRoot git(AbsoluteId id, String url) {
        return add(new GitVcsRoot(this, id, id.value(), url));
    }

    /** Returns a new VCS root of any type in this project. */
    public AnyVcsRoot vcsRoot(String id, String type) {
        return add(new AnyVcsRoot(this, absoluteId().below(id), type, id));
    }

    /** Returns a new VCS root of any type in this project, whose id is used as it is. */
    public AnyVcsRoot vcsRoot(AbsoluteId id, String type) {
        return add(new AnyVcsRoot(this, id, type, id.value()));
    }

    private <R extends VcsRoot> R add(R root) {
        vcsRoots.add(root);
        return root;
    }

    /** Adds a connection, a report tab, versioned settings or another feature. */
    public Project feature(ProjectFeature feature) {
        features.add(Placed.here(feature));
        return this;
    }

    /** Makes every build configuration of this project and those below it from a template, too. */
    public Project defaultTemplate(TemplateReference template) {
        defaultTemplate = Optional.of(Placed.here(template));
        return this;
    }

    /** Keeps builds otherwise than the project above does. */
    public Project cleanup(CleanupPolicy policy) {
        cleanup.policies().add(policy);
        return this;
    }

    /** Lets the clean-up remove artifacts that other builds depend on, or not. */
    public Project keepArtifactsOfDependencies(boolean kept) {
        cleanup.keepArtifactsOfDependencies(kept);
        return this;
    }

    /** Shows projects and build configurations in the order in which they are made here, instead of by name. */
    public Project shownInThisOrder() {
        ordered = true;
        return this;
    }

    /** Adds an element to the settings of this project as it is, for what has no method here. */
    public Project element(Element element) {
        rawElements.add(Placed.here(element));
        return this;
    }

    /**
     * Leaves the file of this project to whoever wrote it, so that only what is made in it is written: the way to move a project to Java
     * piece by piece. What is said of the project itself says nothing then.
     */
    public Project writtenElsewhere() {
        elsewhere = true;
        return this;
    }

    /** Starts no builds, and hides it. */
    public Project archived() {
        archived = true;
        return this;
    }

    Optional<ProjectReference> parent() {
        return parent;
    }

    List<Project> projects() {
        return Collections.unmodifiableList(projects);
    }

    List<Template> templates() {
        return Collections.unmodifiableList(templates);
    }

    List<BuildType> buildTypes() {
        return Collections.unmodifiableList(buildTypes);
    }

    List<VcsRoot> vcsRoots() {
        return Collections.unmodifiableList(vcsRoots);
    }

    List<Placed<ProjectFeature>> features() {
        return Collections.unmodifiableList(features);
    }

    Optional<Placed<TemplateReference>> defaultTemplate() {
        return defaultTemplate;
    }

    Cleanup cleanup() {
        return cleanup;
    }

    List<Placed<Element>> rawElements() {
        return Collections.unmodifiableList(rawElements);
    }

    boolean isWrittenElsewhere() {
        return elsewhere;
    }

    boolean isArchived() {
        return archived;
    }

    boolean isOrdered() {
        return ordered;
    }

    @Override
    Project self() {
        return this;
    }
}
