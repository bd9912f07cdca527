package org.ecsdelivery.aws.call;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * A Region, credentials for it, and the ways to call AWS with them.
 *
 * <p>Everything comes from the settings and the environment given; the process is asked for nothing but its proxy properties and, last
 * of all and only where nothing else gives credentials, the role of its machine. Nothing is set globally. Calls may come from any
 * thread; an interrupted thread stops waiting at once.
 */
public final class AwsSession implements AutoCloseable {
    private final AwsRegion region;
    private final FoundCredentials found;
    private final SeenSecrets secrets;
    private final ClientWiring wiring;
    private final ClientWiring brief;
    private final InstantSource clock;
    private final DirectCalls signed;
    private final DirectCalls iam;
    private final AwsCalls calls;
    private final List<SdkAutoCloseable> rest;

    private AwsSession(
            AwsRegion region,
            FoundCredentials found,
            SeenSecrets secrets,
            ClientWiring wiring,
            InstantSource clock,
            List<SdkAutoCloseable> rest) {
        this.region = region;
        this.found = found;
        this.secrets = secrets;
        this.wiring = wiring;
        this.brief = wiring.inBrief();
        this.clock = clock;
        this.signed = wiring.directCalls(found.provider(), clock);
        this.iam = wiring.callsToIam(found.provider(), clock);
        this.calls = new AwsCalls(new AwsErrors(region, wiring.endpoint(), found.origin(), secrets));
        this.rest = rest;
    }

    /**
     * Finds Region and credentials. Calls AWS only where a role stands behind the environment; may ask the machine for its role when
     * there is nothing else.
     *
     * @param environment the environment variables of the build, not of the process
     * @throws EngineException when no Region or no credentials are found, listing where they were looked for
     */
    public static AwsSession open(
            AwsAccess access, BuildEnvironment environment, InstantSource clock, CallLimits limits) {
        return open(access, environment, clock, limits, Passage.FREE);
    }

    /**
     * Finds Region and credentials on a host that lets nobody connect unasked.
     *
     * @param passage what every connection to AWS is made in
     * @throws EngineException when no Region or no credentials are found, listing where they were looked for
     */
    public static AwsSession open(
            AwsAccess access, BuildEnvironment environment, InstantSource clock, CallLimits limits, Passage passage) {
        Profiles profiles = Profiles.of(environment, access.profile());
        AwsRegion region = new RegionSearch(environment, profiles).find(access);
        SeenSecrets secrets = new SeenSecrets();
        ClientWiring wiring = new ClientWiring(region, access.endpoint(), environment, limits, passage);
        SessionRoles roles = new SessionRoles(wiring, clock, secrets);
        FoundCredentials base =
                new CredentialSearch(environment, profiles, roles, Machine.of(environment, clock)).find(access);
        FoundCredentials found = secrets.listening(access.role()
                .map(role -> roles.assumed(role, Optional.empty(), base))
                .orElse(base));
        return new AwsSession(region, found, secrets, wiring, clock, List.of(roles::close, base::close, wiring::close));
    }

    /**
     * Opens a session for another place, as the same identity or in a role that it assumes. It must be closed before this one.
     *
     * @param role the role, assumed with the credentials of this session
     */
    public AwsSession beside(AwsPlace place, Optional<AwsAccess.Role> role) {
        ClientWiring there = wiring.at(place);
        SessionRoles roles = new SessionRoles(there, clock, secrets);
        FoundCredentials as = role.map(each -> secrets.listening(roles.assumed(each, Optional.empty(), found)))
                .orElse(found);
        return new AwsSession(place.region(), as, secrets, there, clock, List.of(roles::close, there::close));
    }

    /** Returns the Region that every call goes to. */
    public AwsRegion region() {
        return region;
    }

    /** Returns where the credentials came from, in words for people, without secrets. */
    public String credentialsOrigin() {
        return found.origin();
    }

    /**
     * Returns the secret keys and tokens that were used so far, to be kept out of logs. Those of the build and the step are there from
     * the start; those of an assumed role follow when a session begins, and never leave this object.
     */
    public Set<Secret> secrets() {
        return secrets.all();
    }

    /** Returns how many requests were sent so far, by IAM action such as {@code ecs:DescribeServices}. */
    public Map<String, Long> requests() {
        return wiring.requests().byAction();
    }

    /** Returns what waits for calls, and says in the engine's terms what went wrong with them. */
    public AwsCalls calls() {
        return calls;
    }

    /**
     * Makes a client of the SDK.
     *
     * @param ownAddress keeps the client to AWS's own address; not asked when the settings name another
     */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, Consumer<B> ownAddress) {
        return wiring.client(builder, ownAddress, found.provider());
    }

    /**
     * Makes a client of the SDK for calls that nothing depends on, so that nothing waits long for them.
     *
     * @param ownAddress as above
     */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C briefClient(
            B builder, Consumer<B> ownAddress) {
        return brief.client(builder, ownAddress, found.provider());
    }

    /** Returns a service that speaks AWS JSON. */
    public JsonService json(JsonApi api) {
        return new JsonService(api, addresses(), signed, calls);
    }

    /** Returns a service that speaks the Query protocol. */
    public QueryService query(QueryApi api) {
        return api == QueryApi.IAM
                ? new QueryService(api.version(), addresses().ofIam(), iam, calls)
                : new QueryService(api.version(), addresses().of(api.service()), signed, calls);
    }

    /** Returns what signs and sends calls of any form. There is one: it learns from AWS how late it is, and when to try less often. */
    public DirectCalls signed() {
        return signed;
    }

    /** Returns where the services are. */
    public ServiceAddress addresses() {
        return wiring.addresses();
    }

    /** Ends calls that are under way and gives back threads and connections. */
    @Override
    public void close() {
        calls.close();
        rest.forEach(SdkAutoCloseable::close);
    }
}
