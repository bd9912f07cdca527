package org.ecsdelivery.aws.call;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.AwsRegion;
import software.amazon.awssdk.regions.Region;

/** The host names of the services that are called here, by the table of Regions; names of customers below AWS's domains are none. */
public final class AwsHosts {
    private AwsHosts() {}

    /** Tells whether an address is that of a service of AWS, over TLS. */
    public static boolean has(URI address) {
        return "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && Region.regions().stream()
                        .filter(region -> !region.isGlobalRegion())
                        .flatMap(region -> of(new AwsRegion(region.id())))
                        .anyMatch(host -> host.equalsIgnoreCase(address.getHost()));
    }

    private static Stream<String> of(AwsRegion region) {
        return Stream.of(false, true)
                .flatMap(fips -> Stream.of(false, true)
                        .flatMap(dualStack -> of(new ServiceAddress(region, Optional.empty(), fips, dualStack))));
    }

    private static Stream<String> of(ServiceAddress at) {
        return Stream.concat(
                        Stream.of(JsonApi.values()).map(api -> api.address(at)),
                        Stream.of(QueryApi.values())
                                .map(api -> api == QueryApi.IAM ? at.ofIam() : at.of(api.service())))
                .map(URI::getHost);
    }
}
