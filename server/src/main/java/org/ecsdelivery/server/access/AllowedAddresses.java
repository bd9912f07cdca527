package org.ecsdelivery.server.access;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import jetbrains.buildServer.serverSide.TeamCityProperties;
import org.ecsdelivery.aws.call.AwsHosts;

/**
 * Where the server may be sent by whoever edits a step: to AWS's own addresses, and to those that an administrator allowed. The server
 * stands where other machines cannot be reached from outside; a page must not make it call them.
 */
final class AllowedAddresses {
    /** The internal property: addresses separated by commas, such as {@code http://127.0.0.1:4566}; {@code *} is any port. */
    static final String PROPERTY = "teamcity.internal.ecsDelivery.allowedEndpoints";

    private AllowedAddresses() {}

    static boolean allow(URI address) {
        return AwsHosts.has(address)
                || Arrays.stream(TeamCityProperties.getProperty(PROPERTY, "").split(","))
                        .map(String::strip)
                        .anyMatch(each -> each.equals(place(address, Integer.toString(address.getPort())))
                                || each.equals(place(address, "*")));
    }

    /** Returns scheme, host and port; an address without a port has none here either. */
    private static String place(URI address, String port) {
        String place = (address.getScheme() + "://" + address.getHost()).toLowerCase(Locale.ROOT);
        return port.equals("-1") ? place : place + ":" + port;
    }
}
