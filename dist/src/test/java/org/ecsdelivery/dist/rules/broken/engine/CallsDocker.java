package org.ecsdelivery.dist.rules.broken.engine;

import com.github.dockerjava.api.DockerClient;

public record CallsDocker(DockerClient docker) {}
