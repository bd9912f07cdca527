package org.ecsdelivery.sandbox.aws.sts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which roles may be assumed: every role by everyone, until a script says otherwise. */
public final class RoleTrust {

    private final Map<String, String> externalIds = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /** Lets the role be assumed only by a caller who gives this external id. */
    public void requireExternalId(String roleArn, String externalId) {
        externalIds.put(roleArn, externalId);
    }

    /** Lets nobody assume the role. */
    public void close(String roleArn) {
        closed.add(roleArn);
    }

    /** Lets everyone assume the role again. */
    public void open(String roleArn) {
        closed.remove(roleArn);
        externalIds.remove(roleArn);
    }

    boolean admits(String roleArn, Optional<String> externalId) {
        Optional<String> required = Optional.ofNullable(externalIds.get(roleArn));
        return !closed.contains(roleArn) && (required.isEmpty() || required.equals(externalId));
    }
}
