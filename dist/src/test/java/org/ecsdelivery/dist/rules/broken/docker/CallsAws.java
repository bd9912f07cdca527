package org.ecsdelivery.dist.rules.broken.docker;

import software.amazon.awssdk.services.ecr.EcrClient;

public record CallsAws(EcrClient ecr) {}
