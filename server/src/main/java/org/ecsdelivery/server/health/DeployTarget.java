package org.ecsdelivery.server.health;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.policy.Place;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.server.policy.StepTargets;

/** Where a deploy step deploys to, and which images. */
record DeployTarget(Map<String, String> settings) {

    boolean isProtected(ProtectedNames names) {
        return !given(DeployParameters.DRY_RUN).equals("true") && (names.include(named()) || names.protect(places()));
    }

    /** Returns the image of each service that has one of its own, and the step's. */
    Stream<String> images() {
        return Stream.concat(
                Stream.of(given(DeployParameters.IMAGE)),
                services().filter(each -> each.contains("=")).map(each -> each.substring(each.indexOf('=') + 1)));
    }

    private Stream<String> named() {
        return Stream.concat(
                Stream.of(given(DeployParameters.CLUSTER)), services().map(DeployTarget::name));
    }

    private List<Place> places() {
        return StepTargets.changedBy(RunTypeId.DEPLOY, settings, UnaryOperator.identity());
    }

    private Stream<String> services() {
        return Stream.of(given(DeployParameters.SERVICE).split("[,\\r\\n]+")).map(String::strip);
    }

    private String given(Parameter parameter) {
        return settings.getOrDefault(parameter.name(), "").strip();
    }

    private static String name(String service) {
        return service.contains("=")
                ? service.substring(0, service.indexOf('=')).strip()
                : service;
    }
}
