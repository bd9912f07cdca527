package org.ecsdelivery.engine.doctor;

import java.util.Optional;

/**
 * A container of a task definition.
 *
 * @param name its name
 * @param memory the memory in MiB beyond which it is killed, where it has such a limit of its own
 * @param logDriver where its output goes, if anywhere
 */
public record ContainerFacts(String name, Optional<Integer> memory, Optional<String> logDriver) {}
