package org.ecsdelivery.sandbox.aws.ecs;

import java.util.SplittableRandom;

/** Makes ids that look like those of ECS and are the same in every run. */
final class Ids {
    private final SplittableRandom random = new SplittableRandom(20_261_001L);

    String hex(int digits) {
        StringBuilder id = new StringBuilder();
        while (id.length() < digits) {
            id.append("%016x".formatted(random.nextLong()));
        }
        return id.substring(0, digits);
    }

    String number() {
        return String.valueOf(random.nextLong(1_000_000_000_000_000_000L, Long.MAX_VALUE));
    }

    String uuid() {
        return hex(8) + "-" + hex(4) + "-" + hex(4) + "-" + hex(4) + "-" + hex(12);
    }
}
