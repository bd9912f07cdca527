package org.ecsdelivery.aws.call;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Sets up every client alike. All that the SDK would else take from the agent's process (profile files, retry mode,
 * dual-stack, FIPS) is given here, so that two builds on one agent never see each other's settings.
 */
final class ClientWiring implements AutoCloseable {
    private final AwsRegion region;
    private final Optional<URI> endpoint;
    private final BuildEnvironment environment;
    private final CallLimits limits;
    private final RequestCount requests;
    private final Passage passage;
    private final SdkHttpClient http;

    ClientWiring(
            AwsRegion region,
            Optional<URI> endpoint,
            BuildEnvironment environment,
            CallLimits limits,
            Passage passage) {
        this(region, endpoint, environment, limits, new RequestCount(), passage);
    }

    private ClientWiring(
            AwsRegion region,
            Optional<URI> endpoint,
            BuildEnvironment environment,
            CallLimits limits,
            RequestCount requests,
            Passage passage) {
        this.region = region;
        this.endpoint = endpoint;
        this.environment = environment;
        this.limits = limits;
        this.requests = requests;
        this.passage = passage;
        this.http = new PassingConnections(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(limits.connect())
                        .socketTimeout(limits.attempt())
                        .proxyConfiguration(new BuildProxy(environment)
                                .configuration(endpoint.map(URI::getScheme).orElse("https")))
                        .build(),
                passage);
    }

    private ClientWiring(ClientWiring like, CallLimits limits) {
        this.region = like.region;
        this.endpoint = like.endpoint;
        this.environment = like.environment;
        this.limits = limits;
        this.requests = like.requests;
        this.passage = like.passage;
        this.http = like.http;
    }

    /** Returns the same wiring for calls that nothing depends on, so that nothing waits long for them. */
    ClientWiring inBrief() {
        return new ClientWiring(this, limits.inBrief());
    }

    /** Returns a wiring for another place; what is sent is counted together. */
    ClientWiring at(AwsPlace place) {
        return new ClientWiring(
                place.region(), place.endpoint().or(() -> endpoint), place.in(environment), limits, requests, passage);
    }

    /** Returns the count of what the clients sent. */
    RequestCount requests() {
        return requests;
    }

    /** Returns the address that is called instead of AWS's own. */
    Optional<URI> endpoint() {
        return endpoint;
    }

    /**
     * Makes a client.
     *
     * @param ownAddress keeps the client to AWS's own address; not asked when the step names another
     */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, Consumer<B> ownAddress, AwsCredentialsProvider credentials) {
        builder.region(Region.of(region.value()))
                .credentialsProvider(credentials)
                .httpClient(http)
                .defaultsMode(DefaultsMode.STANDARD)
                .overrideConfiguration(overrides());
        // a stand-in has neither FIPS nor dual-stack forms of its address, and the SDK refuses the combination
        builder.fipsEnabled(endpoint.isEmpty() && environment.isOn("AWS_USE_FIPS_ENDPOINT"));
        builder.dualstackEnabled(endpoint.isEmpty() && environment.isOn("AWS_USE_DUALSTACK_ENDPOINT"));
        endpoint.ifPresentOrElse(builder::endpointOverride, () -> ownAddress.accept(builder));
        return built(builder);
    }

    private static <B extends AwsClientBuilder<B, C>, C> C built(B builder) {
        try {
            return builder.build();
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            // the SDK parses the files of the process before it looks at those it was given
            throw new EngineException(
                    FailureKind.CREDENTIALS,
                    "The AWS SDK does not start on this agent",
                    String.valueOf(e.getMessage()),
                    "Mend the AWS files (.aws/config, .aws/credentials) of the user that the agent runs as: the SDK reads"
                            + " them, although nothing in them is used.",
                    e);
        }
    }

    /** Returns what calls services without a client. */
    DirectCalls directCalls(AwsCredentialsProvider credentials, InstantSource clock) {
        return new DirectCalls(
                credentials,
                region.value(),
                new DirectCalls.Transport(http, retries(), limits.call(), clock),
                requests);
    }

    /** Returns direct calls to IAM, which is in one Region of each partition for all of them. */
    DirectCalls callsToIam(AwsCredentialsProvider credentials, InstantSource clock) {
        return new DirectCalls(
                credentials,
                ServiceMetadata.of("iam")
                        .signingRegion(Region.of(region.value()))
                        .id(),
                new DirectCalls.Transport(http, retries(), limits.call(), clock),
                requests);
    }

    /** Returns where such services are. */
    ServiceAddress addresses() {
        return new ServiceAddress(
                region,
                endpoint,
                environment.isOn("AWS_USE_FIPS_ENDPOINT"),
                environment.isOn("AWS_USE_DUALSTACK_ENDPOINT"));
    }

    private ClientOverrideConfiguration overrides() {
        return ClientOverrideConfiguration.builder()
                .addExecutionInterceptor(requests)
                .addExecutionInterceptor(new RawBodies())
                .apiCallTimeout(limits.call())
                .apiCallAttemptTimeout(limits.attempt())
                .retryStrategy(retries())
                .defaultProfileFile(ProfileFile.aggregator().build())
                .defaultProfileName("default")
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, ProductVersion.userAgent())
                .build();
    }

    /** Waits and goes on; the call's own limit ends it. */
    private StandardRetryStrategy retries() {
        BackoffStrategy waits = BackoffStrategy.exponentialDelay(limits.firstWait(), limits.longestWait());
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(limits.attempts())
                .backoffStrategy(waits)
                .throttlingBackoffStrategy(waits)
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
