package org.ecsdelivery.engine.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.value.StackName;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * What the setup step wants of CloudFormation. Every operation may throw {@link AccessDenied}, {@link TransientFailure} and,
 * for what CloudFormation refuses, {@link EngineException} with its words.
 */
public interface StackApi {
    /** Looks at a stack, by name or ARN; empty when there is none. */
    Optional<StackState> stack(String nameOrId);

    /**
     * What a change set is made from.
     *
     * @param stack the stack
     * @param creates whether the stack is not there yet
     * @param name of the change set
     * @param template the text of the template
     * @param parameters values
     * @param kept the names of parameters that keep the value the stack has
     * @param roles whether IAM roles may be made
     * @param serviceRole the role that CloudFormation acts as
     */
    record Request(
            StackName stack,
            boolean creates,
            String name,
            String template,
            Map<String, String> parameters,
            Set<String> kept,
            boolean roles,
            Optional<String> serviceRole) {}

    /** Has a change set made, and answers its ARN. */
    String plan(Request request);

    /** Returns the names of the parameters that a template has. */
    Set<String> parametersOf(String template);

    /** Looks at a change set, by ARN, with all its changes. */
    ChangeSetState changeSet(String id);

    /** Has a change set carried out; the token stands in every event of it. */
    void execute(String changeSetId, String token);

    /** Has a change set go, that was not carried out. */
    void discard(String changeSetId);

    /** Has a stack go that is nothing but change sets. */
    void discardReview(String stackId);

    /** Returns the events of one request, oldest first. */
    List<StackNews> events(String stackId, String token);

    /** Has an update go back. */
    void cancelUpdate(String stackId);

    /** Begins to look for drift, and answers the id of the look. */
    String detectDrift(String stackId);

    /** Tells whether a look for drift is over: empty while it is not, else empty text or why it failed. */
    Optional<String> driftDetected(String detection);

    /** Returns what differs. */
    List<ResourceDrift> drifts(String stackId);
}
