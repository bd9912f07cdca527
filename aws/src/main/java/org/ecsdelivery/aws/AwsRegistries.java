package org.ecsdelivery.aws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsPlace;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.JsonApi;
import org.ecsdelivery.aws.call.ServiceAddress;
import org.ecsdelivery.common.settings.PushTargets;
import org.ecsdelivery.common.settings.RegistryRule;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.EcrHost;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.OtherRegistry;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.scan.ImageScans;
import org.ecsdelivery.engine.scan.RegistryScans;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The registries of the image step and their scans: those of ECR are called where their hosts say they are, in the role that the settings
 * name for them.
 */
final class AwsRegistries implements Registries, RegistryScans, AutoCloseable {
    private final AwsSession session;
    private final OpenRegistry own;
    private final PushTargets targets;
    private final Map<RegistryHost, OpenRegistry> byHost = new HashMap<>();
    private final Map<RegistryHost, ImageRegistry> publicRegistries = new HashMap<>();
    private final List<SdkAutoCloseable> open = new ArrayList<>();

    /** A registry of ECR and its scans. */
    record OpenRegistry(ImageRegistry registry, ImageScans scans) {
        static OpenRegistry of(EcrClient client, AwsCalls calls) {
            return new OpenRegistry(new EcrRegistry(client, calls), new EcrScans(client, calls));
        }
    }

    AwsRegistries(AwsSession session, OpenRegistry own, PushTargets targets) {
        this.session = session;
        this.own = own;
        this.targets = targets;
    }

    @Override
    public ImageRegistry own() {
        return own.registry();
    }

    @Override
    public Optional<ImageRegistry> at(RegistryHost host) {
        return targets.login()
                .filter(login -> login.host().equals(host))
                .<ImageRegistry>map(OtherRegistry::new)
                .or(() -> host.isEcrPublic() ? publicly(host) : known(host).map(OpenRegistry::registry));
    }

    /** Anybody may pull from ECR Public, so nobody logs in there who has no reason to. */
    private synchronized Optional<ImageRegistry> publicly(RegistryHost host) {
        return targets.logsInTo(host)
                ? Optional.of(publicRegistries.computeIfAbsent(host, this::publicRegistry))
                : Optional.empty();
    }

    private ImageRegistry publicRegistry(RegistryHost host) {
        String partition = session.addresses().partition().id();
        if (!partition.equals("aws")) {
            throw new EngineException(
                    FailureKind.OTHER_REGISTRY,
                    "ECR Public (" + host + ") belongs to the partition aws, and Region " + session.region()
                            + " of the step to " + partition,
                    "",
                    "Push there in a step with credentials and a Region of the partition aws.");
        }
        Optional<RegistryRule> rule = targets.rule(host);
        AwsSession there = session.beside(
                new AwsPlace(
                        ServiceAddress.PUBLIC_REGION,
                        rule.flatMap(RegistryRule::endpoint),
                        false,
                        host.isDualStackPublic()),
                rule.flatMap(RegistryRule::role));
        open.add(there::close);
        return new EcrPublicRegistry(there.json(JsonApi.ECR_PUBLIC));
    }

    /** A host that nothing is said of is another name of the step's own registry, or the push to it has failed before. */
    @Override
    public Optional<ImageScans> scansAt(RegistryHost host) {
        return targets.mayBeScanned(host) ? Optional.of(known(host).orElse(own).scans()) : Optional.empty();
    }

    private synchronized Optional<OpenRegistry> known(RegistryHost host) {
        if (!byHost.containsKey(host)) {
            targets.rule(host)
                    .map(rule -> byRule(host, rule))
                    .or(() -> host.ecr().map(this::byHost))
                    .ifPresent(found -> byHost.put(host, found));
        }
        return Optional.ofNullable(byHost.get(host));
    }

    private OpenRegistry byHost(EcrHost host) {
        boolean here = host.region().equals(session.region()) && !host.fips() && !host.dualStack();
        return here ? own : ecr(place(host, Optional.empty()), Optional.empty());
    }

    private OpenRegistry byRule(RegistryHost host, RegistryRule rule) {
        AwsRegion region = rule.region().or(host::region).orElse(session.region());
        AwsPlace place = host.ecr()
                .map(ecr -> place(ecr, Optional.of(rule)))
                .orElse(new AwsPlace(region, rule.endpoint(), false, false));
        return ecr(place, Optional.of(rule));
    }

    private static AwsPlace place(EcrHost host, Optional<RegistryRule> rule) {
        return new AwsPlace(host.region(), rule.flatMap(RegistryRule::endpoint), host.fips(), host.dualStack());
    }

    private OpenRegistry ecr(AwsPlace place, Optional<RegistryRule> rule) {
        AwsSession there = session.beside(place, rule.flatMap(RegistryRule::role));
        open.add(there::close);
        EcrClient client = there.client(EcrClient.builder(), to -> to.endpointProvider(OwnAddresses.ecr()));
        open.add(client);
        return OpenRegistry.of(client, there.calls());
    }

    /** The sessions end in the opposite order of their beginnings. */
    @Override
    public synchronized void close() {
        Collections.reverse(open);
        open.forEach(SdkAutoCloseable::close);
        open.clear();
    }
}
