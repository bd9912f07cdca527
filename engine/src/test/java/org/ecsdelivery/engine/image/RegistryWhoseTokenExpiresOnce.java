package org.ecsdelivery.engine.image;

import java.time.InstantSource;
import org.ecsdelivery.common.value.RegistryHost;

/** A registry whose first token has run out by the time it is used. */
public final class RegistryWhoseTokenExpiresOnce extends InMemoryImageRegistry {
    /** Makes an empty registry. */
    public RegistryWhoseTokenExpiresOnce(RegistryHost host, InstantSource clock) {
        super(host, clock);
    }

    @Override
    public RegistryCredential authorize() {
        RegistryCredential credential = super.authorize();
        if (authorizations() == 1) {
            expireTokens();
        }
        return credential;
    }
}
