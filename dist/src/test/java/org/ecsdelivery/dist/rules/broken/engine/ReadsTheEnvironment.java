package org.ecsdelivery.dist.rules.broken.engine;

public final class ReadsTheEnvironment {
    String region() {
        return System.getenv("AWS_REGION");
    }
}
