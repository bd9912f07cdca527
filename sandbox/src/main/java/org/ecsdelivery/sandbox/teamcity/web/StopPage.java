package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.Map;
import jetbrains.buildServer.serverSide.auth.Permission;

/** Stops a build, as the Stop button does. */
final class StopPage implements Page {
    @Override
    public void answer(Exchange exchange) throws IOException {
        exchange.require(Permission.CANCEL_BUILD);
        if (!exchange.isPost()) {
            throw new NotFoundException("Builds are stopped with POST.");
        }
        exchange.build().stop();
        exchange.json(Map.of("redirect", "/viewLog.html?tab=buildLog&buildId=" + exchange.parameter("buildId")));
    }
}
