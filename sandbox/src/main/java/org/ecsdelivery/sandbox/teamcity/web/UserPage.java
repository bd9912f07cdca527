package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import jetbrains.buildServer.web.util.SessionUser;
import org.ecsdelivery.sandbox.teamcity.Role;
import org.ecsdelivery.sandbox.teamcity.SandboxUser;

/** Lets a person work in another role: nobody logs in here. */
final class UserPage implements Page {
    @Override
    public void answer(Exchange exchange) throws IOException {
        if (!exchange.isPost()) {
            throw new NotFoundException("The role is changed with POST.");
        }
        String wanted = exchange.parameter("role");
        Role role = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no role " + wanted + "."));
        SessionUser.setUser(exchange.request(), SandboxUser.in(role));
        exchange.json(Map.of("redirect", "/overview.html"));
    }
}
