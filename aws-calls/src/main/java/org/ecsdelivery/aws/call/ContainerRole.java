package org.ecsdelivery.aws.call;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * The role of the container that the build runs in (SDKs and Tools reference guide, "Container credential provider"). The
 * SDK's own provider looks into the agent's process, this one into the build's environment.
 */
final class ContainerRole implements AwsCredentialsProvider {
    private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private static final String TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private static final String ECS = "http://169.254.170.2";

    /** Who may be asked without TLS: the machine itself, ECS and EKS; anybody else could listen on the way. */
    private static final Pattern NEAR = Pattern.compile(
            "localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]|169\\.254\\.170\\.2|169\\.254\\.170\\.23|\\[fd00:ec2::23]");

    /** Early enough for a call that takes a while. */
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);

    private static final int PATIENCE_MILLIS = 5_000;

    private record Session(AwsCredentials credentials, Instant end) {}

    private final URI address;
    private final BuildEnvironment environment;
    private final InstantSource clock;
    private @Nullable Session session;

    private ContainerRole(URI address, BuildEnvironment environment, InstantSource clock) {
        this.address = address;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Returns the role, when the build's environment tells where to ask for it.
     *
     * @throws EngineException when the address is none, or not one to trust
     */
    static Optional<ContainerRole> of(BuildEnvironment environment, InstantSource clock) {
        return environment
                .get(RELATIVE)
                .map(path -> uri(RELATIVE, ECS + path))
                .or(() -> environment.get(FULL).map(text -> uri(FULL, text)))
                .map(address -> new ContainerRole(address, environment, clock));
    }

    private static URI uri(String variable, String text) {
        try {
            URI address = URI.create(text);
            String host = address.getHost() == null ? "" : address.getHost();
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && NEAR.matcher(host).matches();
            if (!host.isEmpty() && safe) {
                return address;
            }
        } catch (IllegalArgumentException ignored) {
            // said below, in the same words as an address that is not to be trusted
        }
        throw new EngineException(
                FailureKind.CREDENTIALS,
                variable + " of the build is no address to ask for credentials: '" + text + "'",
                "",
                "Set env." + variable + " to an https address, or to the one that ECS or EKS gives the container.");
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        Session known = session;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.end().minus(BEFORE_THE_END))) {
            return known.credentials();
        }
        try {
            Session fresh = fetched();
            session = fresh;
            return fresh.credentials();
        } catch (EngineException e) {
            if (known != null && now.isBefore(known.end())) {
                return known.credentials();
            }
            throw e;
        }
    }

    private Session fetched() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestProperty("Accept", "application/json");
            token().ifPresent(token -> connection.setRequestProperty("Authorization", token));
            return answer(connection);
        } catch (IOException | RuntimeException e) {
            throw e instanceof EngineException ours ? ours : unusable(e.toString(), e);
        }
    }

    private Session answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw unusable("HTTP status " + status, null);
        }
        try (InputStream body = connection.getInputStream()) {
            return session(JsonNode.parser().parse(body));
        }
    }

    private Session session(JsonNode json) {
        AwsCredentials credentials = AwsSessionCredentials.create(
                text(json, "AccessKeyId"), text(json, "SecretAccessKey"), text(json, "Token"));
        return new Session(
                credentials,
                json.field("Expiration").map(JsonNode::text).map(Instant::parse).orElse(Instant.MAX));
    }

    /** The text of the answer is never repeated: it holds the keys. */
    private String text(JsonNode json, String member) {
        return json.field(member).map(JsonNode::text).orElseThrow(() -> unusable("the answer has no " + member, null));
    }

    private Optional<String> token() {
        return environment.get(TOKEN_FILE).map(this::tokenIn).or(() -> environment.get(TOKEN));
    }

    /** EKS renews the file, so it is read each time. */
    private String tokenIn(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | RuntimeException e) {
            throw new EngineException(
                    FailureKind.CREDENTIALS,
                    "The token for the container's role in " + file + " cannot be read",
                    e.toString(),
                    "Set env." + TOKEN_FILE + " to the file that holds the token.",
                    e);
        }
    }

    private EngineException unusable(String reported, @Nullable Throwable cause) {
        return new EngineException(
                FailureKind.CREDENTIALS,
                "The role of the agent's container gives no credentials at " + address,
                reported,
                "Check the container's task role or pod identity, or enter Access key ID (aws.accessKeyId).",
                cause);
    }

    @Override
    public String toString() {
        return "ContainerRole[" + address + "]";
    }
}
