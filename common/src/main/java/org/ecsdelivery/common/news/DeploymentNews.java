package org.ecsdelivery.common.news;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a deployment stands, as a deploy step tells the server half while it runs: in a service message that the server half takes out
 * of the build log. Whatever a build runs can write service messages too, so each carries a seal that only the step can make.
 *
 * @param step the id of the step, such as {@code RUNNER_1}
 * @param service the service that is deployed to
 * @param report what {@code deployment.json} would say now
 */
public record DeploymentNews(String step, String service, String report) {
    /** The name of the service message. */
    public static final String MESSAGE = "ecsDeliveryDeployment";

    /** The parameter of a step that hands it the key of the seal; a password to TeamCity, so never shown. */
    public static final String KEY = "secure:ecs-delivery.news.key";

    /** The longest report that is told; a deployment of more than a thousand tasks may come to more. */
    public static final int LONGEST_REPORT = 512 * 1024;

    private static final String STEP = "step";
    private static final String SERVICE = "service";
    private static final String REPORT = "report";
    private static final String SEAL = "seal";
    private static final Pattern NAME = Pattern.compile("[\\w-]{1,255}");

    /** Returns the attributes of the service message. */
    public Map<String, String> sealed(String key) {
        String packed = PackedText.pack(report);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(STEP, step);
        attributes.put(SERVICE, service);
        attributes.put(REPORT, packed);
        attributes.put(SEAL, Seal.of(key, step, service, packed));
        return attributes;
    }

    /** Reads the attributes of a service message; what is not sealed with the key, or too long, is no news. */
    public static Optional<DeploymentNews> read(Map<String, String> attributes, String key) {
        String step = attributes.getOrDefault(STEP, "");
        String service = attributes.getOrDefault(SERVICE, "");
        String packed = attributes.getOrDefault(REPORT, "");
        boolean ours = NAME.matcher(step).matches()
                && NAME.matcher(service).matches()
                && Seal.fits(attributes.getOrDefault(SEAL, ""), key, step, service, packed);
        return ours
                ? PackedText.unpack(packed, LONGEST_REPORT).map(report -> new DeploymentNews(step, service, report))
                : Optional.empty();
    }
}
