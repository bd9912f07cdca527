package org.ecsdelivery.engine.doctor;

import java.util.List;

/**
 * An alarm that the deployments of a service watch.
 *
 * @param name its name
 * @param exists whether there is one of that name
 * @param enabled whether it does anything when it goes off
 * @param topics the SNS topics that it tells, each with how many have agreed to hear of it
 * @param otherActions how many other actions it has, such as Lambda functions
 */
public record AlarmFacts(String name, boolean exists, boolean enabled, List<Topic> topics, int otherActions) {
    /** Copies the topics. */
    public AlarmFacts {
        topics = List.copyOf(topics);
    }

    /**
     * An SNS topic.
     *
     * @param arn its ARN
     * @param subscribers how many have agreed to hear of it
     */
    public record Topic(String arn, Seen<Integer> subscribers) {
        boolean isKnownToReachNobody() {
            return subscribers.value().filter(count -> count == 0).isPresent();
        }
    }
}
