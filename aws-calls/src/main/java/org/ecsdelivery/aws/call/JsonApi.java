package org.ecsdelivery.aws.call;

import java.net.URI;
import java.util.function.Function;

/** The services that speak AWS JSON 1.1 (Smithy, "AWS JSON 1.1 protocol") and are called without a client of the SDK. */
public enum JsonApi {
    /** Elastic Container Service. */
    ECS("AmazonEC2ContainerServiceV20141113", at -> at.of("ecs")),
    /** Elastic Container Registry. */
    ECR("AmazonEC2ContainerRegistry_V20150921", ServiceAddress::ofEcr),
    /** ECR Public. */
    ECR_PUBLIC("SpencerFrontendService", ServiceAddress::ofEcrPublic),
    /** Systems Manager. */
    SSM("AmazonSSM", at -> at.of("ssm")),
    /** Secrets Manager. */
    SECRETS_MANAGER("secretsmanager", at -> at.of("secretsmanager"));

    private final String target;
    private final Function<ServiceAddress, URI> address;

    JsonApi(String target, Function<ServiceAddress, URI> address) {
        this.target = target;
        this.address = address;
    }

    /** Returns what stands before the name of an operation in the header X-Amz-Target. */
    String target() {
        return target;
    }

    /** Returns where the service is. */
    URI address(ServiceAddress addresses) {
        return address.apply(addresses);
    }
}
