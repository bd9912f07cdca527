package org.ecsdelivery.agent;

import java.util.Map;
import java.util.Set;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.PushTargets;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.doctor.PipelineApi;
import org.ecsdelivery.engine.envfile.ParameterStore;
import org.ecsdelivery.engine.envfile.SecretStore;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.ImageEngine;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.scan.RegistryScans;
import org.ecsdelivery.engine.stack.StackApi;
import org.ecsdelivery.engine.task.TaskPorts;

/** What a step reaches outside of its agent. */
interface Outside extends AutoCloseable {
    /** Returns AWS. */
    DeployPorts aws();

    /** Returns AWS, with registry tokens masked before anybody gets to see them. */
    default DeployPorts aws(Masking masking) {
        DeployPorts bare = aws();
        return bare.with(new MaskedRegistry(bare.registry(), masking));
    }

    /** Returns ECR's scans, in the registries that images are pushed to. */
    RegistryScans scans(PushTargets targets);

    /** Returns AWS as the task step sees it. */
    TaskPorts tasks();

    /** Returns the parameters of AWS Systems Manager. */
    ParameterStore parameters();

    /** Returns the secrets of AWS Secrets Manager. */
    SecretStore secretValues();

    /** Returns services with all that they are deployed to. */
    PipelineApi pipelines();

    /** Returns CloudFormation. */
    StackApi stacks();

    /** Returns the registries that images are pushed to and pulled from. */
    Registries registries(PushTargets targets);

    /**
     * Returns the Docker Engine.
     *
     * @throws EngineException when its address cannot be used
     */
    ImageEngine docker();

    /** Returns the secrets that were used so far; more may come with every call. */
    Set<Secret> secrets();

    /** Returns how many requests were sent to AWS so far, by IAM action. */
    Map<String, Long> requests();

    /** Returns where AWS is and as whom it is called, a sentence without secrets. */
    String description();

    @Override
    void close();

    /** The way out. */
    @FunctionalInterface
    interface Door {
        /**
         * Opens it.
         *
         * @param environment the environment variables of the build
         * @param listener hears of calls that wait long for their turn
         * @throws EngineException when no Region or no credentials are known
         */
        Outside open(AwsAccess access, Map<String, String> environment, EngineListener listener);
    }
}
