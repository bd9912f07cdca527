package org.ecsdelivery.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.PersonalDeploys;
import org.ecsdelivery.common.policy.PolicyParameters;

/** What the page of a project's policies shows; JSP expressions ask for bean getters. */
public final class PolicyPage {
    private final SProject project;
    private final boolean editable;
    private final PolicyDraft draft;

    PolicyPage(SProject project, boolean editable, PolicyDraft draft) {
        this.project = project;
        this.editable = editable;
        this.draft = draft;
    }

    /** Returns the external id of the project. */
    public String getProjectId() {
        return project.getExternalId();
    }

    /** Tells whether the user may change policies of the project here. */
    public boolean isEditable() {
        return editable;
    }

    /** Returns the id of the policy in the form; empty for a new one. */
    public String getFeature() {
        return draft.feature();
    }

    /** Returns what stands in the form, by parameter. */
    public Map<String, String> getValues() {
        return draft.values();
    }

    /** Returns what is wrong with it, by parameter. */
    public Map<String, String> getProblems() {
        return draft.problems().stream()
                .collect(Collectors.toMap(
                        problem -> problem.parameter().name(),
                        InvalidParameter::besideField,
                        (one, other) -> one + " " + other));
    }

    /** Returns the policies that hold, from the root project down. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        for (SProject each : project.getProjectPath()) {
            for (SProjectFeatureDescriptor feature : each.getOwnFeaturesOfType(PolicyParameters.TYPE)) {
                rows.add(new Row(each, feature, each.getProjectId().equals(project.getProjectId())));
            }
        }
        return rows;
    }

    /** Returns what all policies together come to where a single one decides, and which. */
    public List<String> getOutcome() {
        EffectivePolicy all = ProjectPolicies.of(project);
        List<String> outcome = new ArrayList<>();
        all.unreadable().stream()
                .map(each -> "Nothing is deployed: " + each.source() + " cannot be read.")
                .sorted()
                .forEach(outcome::add);
        if (outcome.isEmpty()) {
            outcome.add(personalDeploys(all));
        }
        outcome.add(all.forbiddingPersonalImages()
                .map(source -> "Personal builds push no image: " + source + " says so.")
                .orElse("Personal builds push images with tags of their own."));
        return outcome;
    }

    private static String personalDeploys(EffectivePolicy all) {
        if (all.personalDeploys() == PersonalDeploys.UNPROTECTED) {
            return "Personal builds deploy to services that no policy protects.";
        }
        return all.forbiddingPersonalDeploys()
                .map(source -> "Personal builds deploy nothing: " + source + " says so.")
                .orElse("Personal builds deploy nothing, as everywhere without a policy.");
    }

    /** One policy. */
    public static final class Row {
        private static final Map<Parameter, String> UNSAID = Map.of(
                PolicyParameters.ENVIRONMENTS, "none",
                PolicyParameters.BRANCHES, "all",
                PolicyParameters.DEPLOYERS, "everybody who may run the build");

        private final SProject project;
        private final SProjectFeatureDescriptor feature;
        private final boolean own;

        Row(SProject project, SProjectFeatureDescriptor feature, boolean own) {
            this.project = project;
            this.feature = feature;
            this.own = own;
        }

        /** Returns the project that the policy stands in. */
        public String getProject() {
            return project.getFullName();
        }

        /** Returns the id of the policy. */
        public String getFeature() {
            return feature.getId();
        }

        /** Tells whether it stands in the project of the page, and not above it. */
        public boolean isOwn() {
            return own;
        }

        /** Returns what it says, a line for each demand. */
        public List<String> getDemands() {
            return PolicyParameters.ALL.stream()
                    .map(parameter -> parameter.label() + ": " + said(parameter))
                    .toList();
        }

        /** Returns why it cannot be read; empty when it can. */
        public String getProblem() {
            return PolicyParameters.parse(feature.getParameters()).invalidParameters().stream()
                    .map(InvalidParameter::sentence)
                    .collect(Collectors.joining(" "));
        }

        private String said(Parameter parameter) {
            String given = feature.getParameters().getOrDefault(parameter.name(), "");
            String text = given.isBlank() ? parameter.defaultValue() : given;
            return text.isBlank()
                    ? UNSAID.getOrDefault(parameter, "-")
                    : text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.joining(", "));
        }
    }
}
