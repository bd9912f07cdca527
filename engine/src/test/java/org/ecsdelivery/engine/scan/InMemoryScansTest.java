package org.ecsdelivery.engine.scan;

import java.time.Duration;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.time.VirtualTime;

/** The scans in memory keep the contract, so tests of the gate may trust them. */
class InMemoryScansTest extends ImageScansContract {
    private final VirtualTime time = new VirtualTime();
    private final InMemoryScans scans = new InMemoryScans(time).finding(Findings.CRITICAL);

    @Override
    protected ImageScans scans() {
        return scans;
    }

    @Override
    protected ImageReference pushed() {
        return ImageReference.parse(
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop@sha256:" + "1".repeat(64));
    }

    @Override
    protected void pass(Duration duration) {
        time.pause(duration);
    }
}
