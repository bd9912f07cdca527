package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A service's settings at one time, with the task definition they go with. */
record ServiceRevision(String arn, TaskDefinition definition, ObjectNode settings, Instant createdAt) {}
