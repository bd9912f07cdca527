package org.ecsdelivery.docker.buildkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.image.RegistryCredential;

/** Logins in the form of the docker command's configuration file (Docker CLI, "config.json", auths). */
final class CliLogins {
    private CliLogins() {}

    static Map<String, Map<String, String>> of(List<RegistryCredential> logins) {
        Map<String, Map<String, String>> auths = new LinkedHashMap<>();
        logins.forEach(login -> auths.put(login.address(), Map.of("auth", pair(login))));
        return auths;
    }

    private static String pair(RegistryCredential login) {
        String pair = login.userName() + ":" + login.password().reveal();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
