package org.ecsdelivery.sandbox.teamcity.settings;

import org.ecsdelivery.sandbox.teamcity.LogListener;

/** Who follows a chain of builds. */
@FunctionalInterface
public interface ChainListener {
    /** Hears that a build begins, and returns who hears its log. */
    LogListener begins(StoredConfiguration configuration);
}
