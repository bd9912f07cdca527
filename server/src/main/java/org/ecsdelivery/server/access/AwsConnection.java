package org.ecsdelivery.server.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;

/**
 * A connection of TeamCity to an AWS account: a feature of a project, which the AWS connections of TeamCity store in this form.
 *
 * @param id its id
 * @param name what people call it
 * @param projectId the internal id of the project that it belongs to
 * @param parameters its settings; secret ones are never read here
 */
record AwsConnection(String id, String name, String projectId, Map<String, String> parameters) {
    private static final String FEATURE = "OAuthProvider";

    /** Returns the connections of a project and of those above it. */
    static List<AwsConnection> availableIn(SProject project) {
        return project.getAvailableFeaturesOfType(FEATURE).stream()
                .filter(feature -> "AWS".equals(feature.getParameters().get("providerType")))
                .map(AwsConnection::of)
                .toList();
    }

    private static AwsConnection of(SProjectFeatureDescriptor feature) {
        return new AwsConnection(
                feature.getId(),
                feature.getParameters().getOrDefault("displayName", feature.getId()),
                feature.getProjectId(),
                feature.getParameters());
    }

    /**
     * Finds a connection that builds of a project may use.
     *
     * @throws ConnectionRefused when there is none of that id, or its settings keep it from these builds
     */
    static AwsConnection usableIn(SProject project, String id) throws ConnectionRefused {
        List<AwsConnection> all = availableIn(project);
        AwsConnection found = all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ConnectionRefused("Neither project " + project.getName()
                        + " nor one above it has an AWS connection with the ID '" + id + "'" + others(all)));
        Optional<String> objection = found.objectionIn(project);
        if (objection.isPresent()) {
            throw new ConnectionRefused(objection.get());
        }
        return found;
    }

    private static String others(List<AwsConnection> all) {
        return all.isEmpty()
                ? ""
                : "; it has "
                        + String.join(", ", all.stream().map(AwsConnection::id).toList());
    }

    /** Returns why builds of a project may not use it; what its settings do not say is allowed. */
    Optional<String> objectionIn(SProject project) {
        if ("false".equals(parameters.get("awsAllowedInBuilds"))) {
            return Optional.of("The settings of AWS connection '" + name + "' (" + id
                    + ") do not let builds use it (\"Available for builds\")");
        }
        if (!projectId.equals(project.getProjectId()) && "false".equals(parameters.get("awsAllowedInSubProjects"))) {
            return Optional.of("The settings of AWS connection '" + name + "' (" + id
                    + ") do not let subprojects use it (\"Available for sub-projects\"), and project "
                    + project.getName() + " is one");
        }
        return Optional.empty();
    }

    /** Leaves the settings out: some are secrets. */
    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
