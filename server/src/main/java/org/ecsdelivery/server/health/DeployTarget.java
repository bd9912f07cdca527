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
record DeployTarget(Map<String, String> settings, UnaryOperator<String> resolve) {

    boolean isProtected(ProtectedNames names) {
        return !given(DeployParameters.DRY_RUN).equals("true") && (names.include(named()) || names.protect(places()));
    }

    /** Returns the image of each service that has one of its own, and the step's, as they stand in the settings. */
    Stream<String> images() {
        return Stream.concat(
                Stream.of(
                        settings.getOrDefault(DeployParameters.IMAGE.name(), "").strip()),
                services().filter(each -> each.contains("=")).map(each -> each.substring(each.indexOf('=') + 1)));
    }

    private Stream<String> named() {
        return Stream.concat(
                Stream.of(given(DeployParameters.CLUSTER)),
                services().map(DeployTarget::name).map(resolve));
    }

    private List<Place> places() {
        return StepTargets.changedBy(RunTypeId.DEPLOY, settings, resolve);
    }

    private Stream<String> services() {
        String services = settings.getOrDefault(DeployParameters.SERVICE.name(), "");
        return Stream.of(services.split("[,\\r\\n]+")).map(String::strip);
    }

    private String given(Parameter parameter) {
        return resolve.apply(settings.getOrDefault(parameter.name(), "")).strip();
    }

    private static String name(String service) {
        return service.contains("=")
                ? service.substring(0, service.indexOf('=')).strip()
                : service;
    }
}
