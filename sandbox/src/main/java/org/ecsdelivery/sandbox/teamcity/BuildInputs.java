package org.ecsdelivery.sandbox.teamcity;

import java.util.Optional;

/**
 * What differs from build to build of one configuration.
 *
 * @param id TeamCity's internal number of the build
 * @param number the build number people see
 * @param revision the commit that is built
 * @param branch the branch, when the configuration has several
 * @param personal true when somebody runs it with own changes
 * @param startedBy who started it; empty when a trigger did
 */
public record BuildInputs(
        long id,
        String number,
        String revision,
        Optional<String> branch,
        boolean personal,
        String serverUrl,
        Optional<SandboxUser> startedBy) {

    /** Makes the inputs of a build that a trigger started. */
    public BuildInputs(
            long id, String number, String revision, Optional<String> branch, boolean personal, String serverUrl) {
        this(id, number, revision, branch, personal, serverUrl, Optional.empty());
    }

    /** Makes the inputs of an ordinary build of the main branch. */
    public static BuildInputs of(long id, String number, String revision) {
        return new BuildInputs(id, number, revision, Optional.of("main"), false, "http://localhost:8111");
    }

    /** Returns these inputs as a personal build. */
    public BuildInputs asPersonal() {
        return new BuildInputs(id, number, revision, branch, true, serverUrl, startedBy);
    }

    /** Returns these inputs for a build of another branch. */
    public BuildInputs onBranch(String name) {
        return new BuildInputs(id, number, revision, Optional.of(name), personal, serverUrl, startedBy);
    }

    /** Returns these inputs for a build that somebody started by hand. */
    public BuildInputs startedBy(SandboxUser user) {
        return new BuildInputs(id, number, revision, branch, personal, serverUrl, Optional.of(user));
    }

    /** Returns the address of the build's page. */
    public String url() {
        return serverUrl + "/viewLog.html?buildId=" + id;
    }
}
