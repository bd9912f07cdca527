package org.ecsdelivery.common.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of AWS that know nothing of each other, and how registries are named in each (Amazon ECR user guide, "Private registry" and
 * "Getting started with IPv6"; AWS SDK, {@code partitions.json}). Every rule about hosts of ECR reads this table.
 */
public enum AwsPartition {
    /** The commercial Regions. */
    COMMERCIAL("aws", "(?!cn-)[a-z]{2}", "amazonaws.com", "on.aws"),
    /** China. */
    CHINA("aws-cn", "cn", "amazonaws.com.cn", "on.amazonwebservices.com.cn"),
    /** AWS GovCloud (US). */
    GOVCLOUD("aws-us-gov", "us-gov", "amazonaws.com", "on.aws"),
    /** The European Sovereign Cloud; its hosts for IPv6 by the pattern of China, whose domain is a sister of its own. */
    EUROPEAN("aws-eusc", "eusc-[a-z]{2}", "amazonaws.eu", "on.amazonwebservices.eu"),
    /** AWS Top Secret. */
    ISOLATED("aws-iso", "us-iso", "c2s.ic.gov", ""),
    /** AWS Secret. */
    ISOLATED_B("aws-iso-b", "us-isob", "sc2s.sgov.gov", ""),
    /** The isolated European Regions. */
    ISOLATED_E("aws-iso-e", "eu-isoe", "cloud.adc-e.uk", ""),
    /** The isolated Regions in the south of the USA. */
    ISOLATED_F("aws-iso-f", "us-isof", "csp.hci.ic.gov", "");

    private final String id;
    private final Pattern regions;
    private final String suffix;
    private final String dualStackSuffix;

    AwsPartition(String id, String prefix, String suffix, String dualStackSuffix) {
        this.id = id;
        this.regions = Pattern.compile(prefix + "-(?:" + String.join("|", Directions.ALL) + ")-[1-9]\\d?");
        this.suffix = suffix;
        this.dualStackSuffix = dualStackSuffix;
    }

    /** Returns the second part of its ARNs, such as {@code aws-cn}. */
    public String id() {
        return id;
    }

    /** Returns what the hosts of its registries end with. */
    String suffix() {
        return suffix;
    }

    /** Returns what the hosts end with that IPv6 reaches too; empty where there are none. */
    String dualStackSuffix() {
        return dualStackSuffix;
    }

    /** Returns the partition that a Region lies in, or nothing when the text is no name of a Region. */
    static Optional<AwsPartition> of(String region) {
        return Arrays.stream(values())
                .filter(each -> each.regions.matcher(region).matches())
                .findFirst();
    }

    /** What stands before the number of a Region; a class of its own, because the constants are made first. */
    static final class Directions {
        static final List<String> ALL = List.of(
                "central", "east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west");

        private Directions() {}
    }
}
