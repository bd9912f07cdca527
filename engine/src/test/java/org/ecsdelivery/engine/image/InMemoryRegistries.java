package org.ecsdelivery.engine.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.RegistryHost;

/** Registries that live and end with the test; the first is the one of the step's own credentials. */
public final class InMemoryRegistries implements Registries {
    private final List<InMemoryImageRegistry> all;

    private InMemoryRegistries(List<InMemoryImageRegistry> all) {
        this.all = all;
    }

    /** Makes registries of which each is reached with credentials of its own. */
    public static InMemoryRegistries of(InMemoryImageRegistry own, InMemoryImageRegistry... others) {
        List<InMemoryImageRegistry> all = new ArrayList<>(List.of(others));
        all.add(0, own);
        return new InMemoryRegistries(all);
    }

    @Override
    public InMemoryImageRegistry own() {
        return all.get(0);
    }

    @Override
    public Optional<ImageRegistry> at(RegistryHost host) {
        return all.stream()
                .skip(1)
                .filter(each -> each.host().isSameRegistryAs(host))
                .<ImageRegistry>map(each -> each)
                .findFirst();
    }

    /** Returns the registry that takes what is pushed to a host, as ECR does for all accounts of one Region. */
    InMemoryImageRegistry behind(RegistryHost host) {
        return all.stream()
                .filter(each -> each.host().isSameRegistryAs(host))
                .findFirst()
                .orElse(own());
    }
}
