package org.ecsdelivery.aws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.aws.call.AwsPlace;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.common.settings.PushTargets;
import org.ecsdelivery.common.settings.RegistryRule;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.EcrHost;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.OtherRegistry;
import org.ecsdelivery.engine.image.Registries;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The registries of the image step: those of ECR are called where their host says they are, in the role that the settings name for them. */
final class AwsRegistries implements Registries, AutoCloseable {
    private final AwsSession session;
    private final ImageRegistry own;
    private final PushTargets targets;
    private final List<SdkAutoCloseable> open = new ArrayList<>();

    AwsRegistries(AwsSession session, ImageRegistry own, PushTargets targets) {
        this.session = session;
        this.own = own;
        this.targets = targets;
    }

    @Override
    public ImageRegistry own() {
        return own;
    }

    @Override
    public synchronized Optional<ImageRegistry> at(RegistryHost host) {
        Optional<ImageRegistry> other =
                targets.login().filter(login -> login.host().equals(host)).map(OtherRegistry::new);
        return other.or(() -> targets.rule(host).map(rule -> byRule(host, rule)))
                .or(() -> host.ecr().map(this::byHost));
    }

    private ImageRegistry byHost(EcrHost host) {
        boolean here = host.region().equals(session.region()) && !host.fips() && !host.dualStack();
        return here ? own : ecr(place(host, Optional.empty()), Optional.empty());
    }

    private ImageRegistry byRule(RegistryHost host, RegistryRule rule) {
        AwsRegion region = rule.region().or(host::region).orElse(session.region());
        AwsPlace place = host.ecr()
                .map(ecr -> place(ecr, Optional.of(rule)))
                .orElse(new AwsPlace(region, rule.endpoint(), false, false));
        return ecr(place, Optional.of(rule));
    }

    private static AwsPlace place(EcrHost host, Optional<RegistryRule> rule) {
        return new AwsPlace(host.region(), rule.flatMap(RegistryRule::endpoint), host.fips(), host.dualStack());
    }

    private ImageRegistry ecr(AwsPlace place, Optional<RegistryRule> rule) {
        AwsSession there = session.beside(place, rule.flatMap(RegistryRule::role));
        open.add(there::close);
        EcrClient client = there.client(EcrClient.builder(), to -> to.endpointProvider(OwnAddresses.ecr()));
        open.add(client);
        return new EcrRegistry(client, there.calls());
    }

    /** The sessions end in the opposite order of their beginnings. */
    @Override
    public synchronized void close() {
        Collections.reverse(open);
        open.forEach(SdkAutoCloseable::close);
        open.clear();
    }
}
