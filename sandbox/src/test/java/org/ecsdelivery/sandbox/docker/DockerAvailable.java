package org.ecsdelivery.sandbox.docker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that needs a real Docker Engine.
 *
 * <p>Without one the class is aborted, politely, with the reason; where the environment says {@code CI=true} it fails,
 * because nobody would notice there that it was never run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DockerRequirement.class)
public @interface DockerAvailable {}
