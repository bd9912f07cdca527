package org.ecsdelivery.sandbox.aws.iam;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles of the account, which service each trusts, and which of them nobody may pass on. */
public final class RoleBook {
    private final Map<String, String> trusted = new LinkedHashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> denied = new HashSet<>();

    /** Makes a role that a service such as {@code ecs-tasks.amazonaws.com} may act as. */
    public synchronized void put(String arn, String service) {
        trusted.put(arn, service);
    }

    /** Has a role go. */
    public synchronized void remove(String arn) {
        trusted.remove(arn);
    }

    /** Has nobody be allowed to pass a role on. */
    public synchronized void keep(String arn) {
        kept.add(arn);
    }

    /** Has nobody be allowed an action such as {@code ecs:UpdateService}. */
    public synchronized void deny(String action) {
        denied.add(action);
    }

    synchronized boolean allows(String action, String arn) {
        return !denied.contains(action) && mayBePassed(arn);
    }

    synchronized Optional<Map.Entry<String, String>> named(String name) {
        return trusted.entrySet().stream()
                .filter(each -> each.getKey().endsWith("/" + name))
                .map(each -> Map.entry(each.getKey(), each.getValue()))
                .findFirst();
    }

    private boolean mayBePassed(String arn) {
        return !kept.contains(arn);
    }
}
