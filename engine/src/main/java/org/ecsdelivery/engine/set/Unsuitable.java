package org.ecsdelivery.engine.set;

import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Words why none of several services is begun: one that cannot be deployed to would leave the set half done. */
final class Unsuitable {
    private Unsuitable() {}

    static EngineException of(int services, List<ServiceOutcome> unsuitable) {
        FailureKind kind = unsuitable.stream()
                .flatMap(each -> each.failure().stream())
                .map(EngineException::kind)
                .findFirst()
                .orElse(FailureKind.SERVICE_UNSUITABLE);
        String reasons = unsuitable.stream()
                .map(each -> each.settings().service() + ": "
                        + each.failure().map(EngineException::getMessage).orElse(""))
                .collect(Collectors.joining("\n"));
        return new EngineException(
                kind,
                "Nothing was changed: of " + services + " services, " + unsuitable.size() + " cannot be deployed to",
                reasons,
                "");
    }
}
