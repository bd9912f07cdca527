package org.ecsdelivery.aws.call;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.AwsRegion;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.PartitionEndpointKey;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * Where the services are that are called without a client of the SDK.
 *
 * @param region the Region
 * @param endpoint the address that is called instead of AWS's own
 * @param fips whether the addresses are those for FIPS 140
 * @param dualStack whether the addresses are those that IPv6 reaches too
 */
public record ServiceAddress(AwsRegion region, Optional<URI> endpoint, boolean fips, boolean dualStack) {
    /** Amazon ECR Public user guide, "Registry authentication": tokens are those of US East (N. Virginia). */
    public static final AwsRegion PUBLIC_REGION = new AwsRegion("us-east-1");

    /** Returns the address of a service that speaks AWS JSON, by the rules of its endpoint rule set. */
    public URI of(String service) {
        // Systems Manager's own addresses in AWS GovCloud are for FIPS already
        boolean plain = service.equals("ssm") && partition().id().equals("aws-us-gov") && !dualStack;
        String name = service + (fips && !plain ? "-fips" : "");
        return endpoint.orElseGet(() -> URI.create("https://" + name + "." + region + "." + suffix()));
    }

    /** Returns the address of ECR's API, which has names of its own kind. */
    public URI ofEcr() {
        String name = dualStack || fips ? "ecr" + (fips ? "-fips" : "") : "api.ecr";
        return endpoint.orElseGet(() -> URI.create("https://" + name + "." + region + "." + suffix()));
    }

    /** Returns the address of ECR Public's API, which hands out tokens in one Region for all the world. */
    public URI ofEcrPublic() {
        String address = dualStack
                ? "ecr-public." + PUBLIC_REGION + ".api.aws"
                : "api.ecr-public." + PUBLIC_REGION + ".amazonaws.com";
        return endpoint.orElseGet(() -> URI.create("https://" + address));
    }

    /** Returns the address of IAM, which is one for all Regions of a partition. */
    public URI ofIam() {
        return endpoint.orElseGet(
                () -> URI.create("https://" + ServiceMetadata.of("iam").endpointFor(Region.of(region.value()))));
    }

    /** Returns the address of an object in S3; a name with dots is in no certificate and goes into the path. */
    public URI ofObject(String bucket, String key) {
        String host = (fips ? "s3-fips." : "s3.") + (dualStack ? "dualstack." : "") + region + "."
                + partition().dnsSuffix();
        boolean inPath = endpoint.isPresent() || bucket.contains(".");
        String base =
                endpoint.map(ServiceAddress::bare).orElseGet(() -> "https://" + (inPath ? "" : bucket + ".") + host);
        return URI.create(base + (inPath ? "/" + bucket : "") + "/" + key);
    }

    private static String bare(URI address) {
        return address.toString().replaceFirst("/+$", "");
    }

    private String suffix() {
        List<EndpointTag> tags = new ArrayList<>();
        if (fips) {
            tags.add(EndpointTag.FIPS);
        }
        if (dualStack) {
            tags.add(EndpointTag.DUALSTACK);
        }
        return partition().dnsSuffix(PartitionEndpointKey.builder().tags(tags).build());
    }

    /** Returns the first part of the ARNs of this Region. */
    public PartitionMetadata partition() {
        return PartitionMetadata.of(Region.of(region.value()));
    }
}
