package org.ecsdelivery.dsl.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a TeamCity server is.
 *
 * @param base its address, without a slash at the end
 */
record ServerAddress(URI base) {
    static final String OPTION = "--server";
    static final String PLAIN = "--allow-http";
    private static final String SUCH_AS = " Name one such as https://teamcity.acme.com behind " + OPTION + ".";

    static ServerAddress of(Arguments arguments) {
        String given = arguments
                .option(OPTION)
                .orElseThrow(() -> new Misuse("There is no address of a TeamCity server." + SUCH_AS));
        URI base = uri(given);
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("http")) {
            refusePlain(base.getHost(), arguments.option(PLAIN).orElse(""));
        } else if (!scheme.equals("https")) {
            throw new Misuse("'" + given + "' is no address of https." + SUCH_AS);
        }
        return new ServerAddress(base);
    }

    private static URI uri(String given) {
        try {
            URI base = new URI(given.replaceAll("/+$", ""));
            if (base.getRawUserInfo() != null) {
                throw new Misuse("The address behind " + OPTION
                        + " has a user in it. Leave that out: the token says who you are.");
            }
            if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
                throw new Misuse("'" + given + "' is no address of a server." + SUCH_AS);
            }
            return base;
        } catch (URISyntaxException cause) {
            throw new Misuse("'" + given + "' is no address." + SUCH_AS);
        }
    }

    /** Everyone on the way can read what goes over http, unless there is no way. */
    private static void refusePlain(String host, String allowed) {
        boolean here =
                host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
        if (!here && !host.equalsIgnoreCase(allowed)) {
            throw new Misuse(
                    "Everyone on the way to " + host + " could read the token, since the address begins with http:."
                            + " Use https, or say " + PLAIN + " " + host + " where the network is yours alone.");
        }
    }

    /** Returns where the server tells and takes something about the versioned settings of a project. */
    URI settings(String project, String resource) {
        return URI.create(base + "/app/rest/projects/id:" + project + "/versionedSettings/" + resource);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
