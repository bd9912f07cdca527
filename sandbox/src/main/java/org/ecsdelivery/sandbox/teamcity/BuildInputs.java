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
 */
public record BuildInputs(
        long id, String number, String revision, Optional<String> branch, boolean personal, String serverUrl) {

    /** Makes the inputs of an ordinary build of the main branch. */
    public static BuildInputs of(long id, String number, String revision) {
        return new BuildInputs(id, number, revision, Optional.of("main"), false, "http://localhost:8111");
    }

    /** Returns these inputs as a personal build. */
    public BuildInputs asPersonal() {
        return new BuildInputs(id, number, revision, branch, true, serverUrl);
    }

    /** Returns the address of the build's page. */
    public String url() {
        return serverUrl + "/viewLog.html?buildId=" + id;
    }
}
