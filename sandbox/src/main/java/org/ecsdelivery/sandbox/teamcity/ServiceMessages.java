package org.ecsdelivery.sandbox.teamcity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.BuildProblemTypes;
import jetbrains.buildServer.agent.FlowLogger;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessageTypes;

/** Does what service messages say, as TeamCity's documentation describes each. */
final class ServiceMessages {
    /** TeamCity keeps at most 13 digits before and 6 behind the decimal point of a statistic. */
    private static final int STATISTIC_DIGITS = 13;

    private static final int STATISTIC_DECIMALS = 6;

    private final BuildFacts facts;

    ServiceMessages(BuildFacts facts) {
        this.facts = facts;
    }

    /** Obeys a message; false when it is none of TeamCity's, so that its text stays in the log. */
    boolean obey(FlowLogger log, ServiceMessage message) {
        if (facts.isCutOff() || facts.isTaken(message)) {
            return true;
        }
        Map<String, String> values = message.getAttributes();
        String argument = Optional.ofNullable(message.getArgument()).orElse("");
        switch (message.getMessageName()) {
            case ServiceMessageTypes.MESSAGE -> text(log, values);
            case ServiceMessageTypes.BLOCK_OPENED ->
                log.activityStarted(value(values, "name"), values.getOrDefault("description", ""), "block");
            case ServiceMessageTypes.BLOCK_CLOSED -> log.activityFinished(value(values, "name"), "block");
            case ServiceMessageTypes.PROGRESS_MESSAGE, ServiceMessageTypes.PROGRESS_START ->
                log.progressMessage(argument);
            case ServiceMessageTypes.PROGRESS_FINISH -> log.progressFinished();
            case ServiceMessageTypes.PUBLISH_ARTIFACTS -> facts.artifacts().publish(argument, log);
            case ServiceMessageTypes.BUILD_STATUS -> facts.statusText(value(values, "text"));
            case ServiceMessageTypes.BUILD_NUMBER -> facts.buildNumber(argument);
            case ServiceMessageTypes.BUILD_PORBLEM -> problem(log, values);
            case ServiceMessageTypes.BUILD_SET_PARAMETER ->
                facts.parameters().set(value(values, "name"), value(values, "value"));
            case ServiceMessageTypes.BUILD_STATISTIC_VALUE -> statistic(log, values);
            case "flowStarted", "flowFinished" -> log.flush();
            case "addBuildTag" -> facts.tag(argument);
            default -> {
                return false;
            }
        }
        return true;
    }

    void problem(FlowLogger log, BuildProblemData problem) {
        facts.problem(problem);
        log.ignoreServiceMessages(() -> log.message(problem.getDescription(), Status.FAILURE));
    }

    private void problem(FlowLogger log, Map<String, String> values) {
        String description = value(values, "description");
        String identity = values.getOrDefault("identity", "problem" + description.hashCode());
        try {
            problem(
                    log,
                    BuildProblemData.createBuildProblem(
                            identity, BuildProblemTypes.TC_USER_PROVIDED_TYPE, description));
        } catch (IllegalArgumentException cause) {
            log.warning("Error adding build problem, build problem ignored: " + cause.getMessage());
        }
    }

    private void statistic(FlowLogger log, Map<String, String> values) {
        String key = value(values, "key");
        String text = value(values, "value");
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() - number.scale() > STATISTIC_DIGITS || number.scale() > STATISTIC_DECIMALS) {
                log.warning("Statistic " + key + " ignored: " + text + " has more than " + STATISTIC_DIGITS
                        + " digits or more than " + STATISTIC_DECIMALS + " decimals.");
            } else {
                facts.statistic(key, number);
            }
        } catch (NumberFormatException cause) {
            log.warning("Statistic " + key + " ignored: " + text + " is not a number.");
        }
    }

    private static void text(FlowLogger log, Map<String, String> values) {
        log.ignoreServiceMessages(() -> {
            log.message(value(values, "text"), status(values.getOrDefault("status", "NORMAL")));
            String details = values.getOrDefault("errorDetails", "");
            if (!details.isEmpty()) {
                log.message(details, Status.ERROR);
            }
        });
    }

    private static Status status(String name) {
        return switch (name) {
            case "WARNING" -> Status.WARNING;
            case "FAILURE" -> Status.FAILURE;
            case "ERROR" -> Status.ERROR;
            default -> Status.NORMAL;
        };
    }

    private static String value(Map<String, String> values, String key) {
        return values.getOrDefault(key, "");
    }
}
