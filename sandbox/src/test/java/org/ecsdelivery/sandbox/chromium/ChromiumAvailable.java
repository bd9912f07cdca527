package org.ecsdelivery.sandbox.chromium;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that needs Chromium and its driver.
 *
 * <p>Without them the class is aborted, politely, with the reason; where the environment says {@code CI=true} it fails, because
 * nobody would notice there that it was never run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChromiumRequirement.class)
public @interface ChromiumAvailable {}
