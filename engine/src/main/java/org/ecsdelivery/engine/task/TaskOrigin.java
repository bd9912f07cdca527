package org.ecsdelivery.engine.task;

import java.util.Map;

/**
 * Who runs a task, for those who find it.
 *
 * @param startedBy who started it; ECS took at most 36 characters for long, and filters by it
 * @param words the same for people, such as {@code TeamCity build 1.4.2 of Shop_Migrate}
 * @param token unlike that of any other run of any step, at most 48 characters
 * @param tags tags of the task
 */
public record TaskOrigin(String startedBy, String words, String token, Map<String, String> tags) {}
