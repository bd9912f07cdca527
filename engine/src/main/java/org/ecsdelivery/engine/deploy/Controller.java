package org.ecsdelivery.engine.deploy;

import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * Who deploys a service: ECS itself, AWS CodeDeploy, or a third party (ECS API reference, DeploymentController). UpdateService
 * brings a revision to a service of the first kind only.
 */
enum Controller {
    ECS(""),
    CODE_DEPLOY(
            "AWS CodeDeploy deploys it, and ECS refuses to bring a revision to it in any other way. Leave this service to"
                    + " CodeDeploy ('aws ecs deploy' in a command line step), or move it: set its deployment controller to ECS with"
                    + " UpdateService and choose the deployment strategy BLUE_GREEN, which needs no CodeDeploy."),
    EXTERNAL(
            "A third party deploys it by its task sets (CreateTaskSet, UpdateServicePrimaryTaskSet), of which this step knows"
                    + " nothing. Leave this service to that third party, or create a service with the deployment controller ECS beside"
                    + " it and move the traffic there."),
    UNKNOWN(
            "This version of the plugin does not know that controller. Look for a newer version, or create the service with"
                    + " the deployment controller ECS.");

    private final String remedy;

    Controller(String remedy) {
        this.remedy = remedy;
    }

    static Controller of(ServiceState service) {
        try {
            return valueOf(service.controller());
        } catch (IllegalArgumentException newToUs) {
            return UNKNOWN;
        }
    }

    /**
     * Refuses a service that ECS does not deploy by itself.
     *
     * @throws EngineException when another controller does
     */
    static void requireEcs(ServiceState service) {
        Controller controller = of(service);
        if (controller != ECS) {
            throw new EngineException(
                    FailureKind.SERVICE_UNSUITABLE,
                    "Service " + service.name() + " is deployed by " + service.controller()
                            + "; this step deploys services of the deployment controller ECS",
                    "",
                    controller.remedy);
        }
    }
}
