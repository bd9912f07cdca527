package org.ecsdelivery.common.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the host of a private registry of ECR tells.
 *
 * @param account the account whose registry it is, twelve digits
 * @param region the Region it lies in
 * @param partition the partition of that Region
 * @param fips whether it is the host for FIPS 140
 * @param dualStack whether it is the host that IPv6 reaches too
 */
public record EcrHost(String account, AwsRegion region, AwsPartition partition, boolean fips, boolean dualStack) {
    private static final Pattern FORM = Pattern.compile(
            "(?<account>\\d{12})\\.dkr(?<joint>[.-])ecr(?<fips>-fips)?\\.(?<region>[a-z0-9-]+)\\.(?<suffix>.+)");

    /** Takes a host apart; nothing when it is none of ECR's private registries. */
    public static Optional<EcrHost> of(String host) {
        Matcher form = FORM.matcher(host);
        return form.matches()
                ? AwsPartition.of(form.group("region")).flatMap(partition -> in(partition, form))
                : Optional.empty();
    }

    private static Optional<EcrHost> in(AwsPartition partition, Matcher form) {
        boolean dualStack = form.group("joint").equals("-");
        String suffix = dualStack ? partition.dualStackSuffix() : partition.suffix();
        return form.group("suffix").equals(suffix)
                ? Optional.of(new EcrHost(
                        form.group("account"),
                        new AwsRegion(form.group("region")),
                        partition,
                        form.group("fips") != null,
                        dualStack))
                : Optional.empty();
    }

    /** Returns the host by which every kind of network reaches the same registry; the one that ECR's own tokens name. */
    public RegistryHost plain() {
        return new RegistryHost(account + ".dkr.ecr." + region + "." + partition.suffix());
    }
}
