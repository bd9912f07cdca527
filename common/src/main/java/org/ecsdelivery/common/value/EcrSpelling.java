package org.ecsdelivery.common.value;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what is wrong with a host that is meant for ECR but has none of its forms: Docker would only say that there is no such host. */
final class EcrSpelling {
    private static final Pattern MEANT = Pattern.compile(
            "(?i).*(?:\\.dkr[.-]?ecr|dkr[.-]ecr\\.|\\.amazonaws\\.|\\.on\\.aws$|\\.on\\.amazonwebservices\\.).*");
    private static final Pattern PARTS = Pattern.compile(
            "(?<account>[^.]*)\\.dkr(?<joint>[.-])ecr(?<fips>-fips)?\\.(?<region>[^.]+)\\.(?<suffix>.+)");
    private static final Pattern REGION =
            Pattern.compile("(?<before>[a-z]+(?:-[a-z]+)*)-(?<direction>[a-z]+)(?<end>-?\\d+)");
    private static final int LIKELY_SLIP = 2;

    private EcrSpelling() {}

    /** Returns the mistake as a half sentence; nothing when the host is in order, or not meant for ECR at all. */
    static Optional<String> mistakeIn(String host) {
        if (EcrHost.of(host).isPresent() || !MEANT.matcher(host).matches() && !ofLettersMissing(host)) {
            return Optional.empty();
        }
        return Stream.of(inLetters(host), inAddress(host), inParts(host))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.of("is no host of a registry of ECR, such as"
                        + " 123456789012.dkr.ecr.eu-central-1.amazonaws.com"));
    }

    private static boolean ofLettersMissing(String host) {
        return host.matches("\\d{10,14}\\.(?:dkr|ecr)\\..*");
    }

    private static Optional<String> inLetters(String host) {
        return host.equals(host.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("has capital letters, and hosts of ECR are written in small ones");
    }

    private static Optional<String> inAddress(String host) {
        if (host.startsWith("vpce-") || host.contains(".vpce.")) {
            return Optional.of(
                    "is the address of a VPC endpoint, which no image is named by: with the private DNS of the endpoint,"
                            + " ACCOUNT.dkr.ecr.REGION.amazonaws.com leads there");
        }
        if (host.startsWith("api.ecr") || host.startsWith("ecr.") || host.startsWith("ecr-fips.")) {
            return Optional.of(
                    "is the address of ECR's API, and not of a registry (ACCOUNT.dkr.ecr.REGION.amazonaws.com)");
        }
        return Optional.empty();
    }

    private static Optional<String> inParts(String host) {
        Matcher parts = PARTS.matcher(host);
        return parts.matches()
                ? inAccount(parts.group("account"))
                        .or(() -> inRegion(parts.group("region")))
                        .or(() -> inSuffix(parts))
                : Optional.empty();
    }

    private static Optional<String> inAccount(String account) {
        if (account.matches("\\d{4}-\\d{4}-\\d{4}")) {
            return Optional.of("has an account with dashes: " + account.replace("-", ""));
        }
        if (account.matches("\\d+")) {
            return account.length() == 12
                    ? Optional.empty()
                    : Optional.of("has an account of " + account.length() + " digits, and every account has 12");
        }
        return Optional.of("begins with '" + account + "' in place of an account's 12 digits");
    }

    private static Optional<String> inRegion(String region) {
        return AwsPartition.of(region).isPresent()
                ? Optional.empty()
                : Optional.of("lies in '" + region + "', which is no Region"
                        + likely(region)
                                .map(each -> ": did you mean " + each + "?")
                                .orElse(""));
    }

    private static Optional<String> likely(String region) {
        Matcher parts = REGION.matcher(region);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String direction = parts.group("direction");
        String end = parts.group("end");
        return AwsPartition.Directions.ALL.stream()
                .filter(each -> distance(each, direction) <= LIKELY_SLIP)
                .min(Comparator.comparingInt(each -> distance(each, direction)))
                .map(each -> parts.group("before") + "-" + each + (end.startsWith("-") ? end : "-" + end))
                .filter(each -> AwsPartition.of(each).isPresent());
    }

    /** Counts the letters to change, add or take away (Levenshtein). */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            int diagonal = i;
            for (int j = 0; j <= other.length(); j++) {
                int next = i == 0
                        ? j
                        : j == 0
                                ? i
                                : Math.min(
                                        Math.min(row[j], row[j - 1]) + 1,
                                        diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[other.length()];
    }

    private static Optional<String> inSuffix(Matcher parts) {
        AwsPartition partition = AwsPartition.of(parts.group("region")).orElseThrow();
        List<String> forms = Stream.of(
                        ".dkr.ecr.REGION." + partition.suffix(), ".dkr-ecr.REGION." + partition.dualStackSuffix())
                .filter(each -> !each.endsWith("."))
                .map(each -> parts.group("account") + each.replace("REGION", parts.group("region")))
                .toList();
        return Optional.of("is no host of " + parts.group("region") + ": the registry's is "
                + String.join(", or for IPv6 too ", forms));
    }
}
