package org.ecsdelivery.server.deployment;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A deployment that is over, as the history keeps it.
 *
 * @param key what tells it from all others of its build configuration: build, step, service
 * @param build TeamCity's number of the build
 * @param number the build number that people see
 * @param service the service
 * @param cluster the cluster
 * @param revision ARN of the revision
 * @param image the image, pinned by digest where that is known
 * @param who who or what triggered the build
 * @param result the verdict in one word
 * @param at when the step began, ISO 8601
 * @param seconds how long it took
 * @param drain how many seconds after its beginning the old targets were drained, or an empty text
 */
record PastDeployment(
        String key,
        long build,
        String number,
        String service,
        String cluster,
        String revision,
        String image,
        String who,
        String result,
        String at,
        String seconds,
        String drain) {
    private static final int PARTS = 12;
    private static final int LONGEST = 600;

    /** Returns it as one line. */
    String line() {
        return Stream.of(key, build, number, service, cluster, revision, image, who, result, at, seconds, drain)
                .map(String::valueOf)
                .map(each -> each.substring(0, Math.min(each.length(), LONGEST)))
                .map(each -> URLEncoder.encode(each, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    /** Reads a line; what is none of ours is none. */
    static Optional<PastDeployment> parse(String line) {
        try {
            List<String> parts = Arrays.stream(line.split(" ", -1))
                    .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
                    .toList();
            return parts.size() == PARTS ? Optional.of(of(parts)) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static PastDeployment of(List<String> parts) {
        return new PastDeployment(
                parts.get(0),
                Long.parseLong(parts.get(1)),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                parts.get(6),
                parts.get(7),
                parts.get(8),
                parts.get(9),
                parts.get(10),
                parts.get(11));
    }
}
