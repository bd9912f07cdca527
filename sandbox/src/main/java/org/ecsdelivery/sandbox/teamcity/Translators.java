package org.ecsdelivery.sandbox.teamcity;

import java.util.Date;
import java.util.function.Predicate;
import jetbrains.buildServer.messages.BuildMessage1;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessageTranslator;

/** Hands service messages to the plugin's server half, which takes those that it knows by name. */
@SuppressWarnings("JavaUtilDate") // TeamCity's messages speak of Date
record Translators(LocalServer server, RunningServerBuild build) implements Predicate<ServiceMessage> {
    @Override
    public boolean test(ServiceMessage message) {
        return server.extensions(ServiceMessageTranslator.class).stream()
                .filter(each -> each.getServiceMessageName().equals(message.getMessageName()))
                .anyMatch(each -> {
                    BuildMessage1 original =
                            new BuildMessage1("agent", "text", Status.NORMAL, new Date(), message.getMessageName());
                    // what stays in the log is what it returns: nothing, or the message as it came
                    return each.translate(build, original, message).isEmpty();
                });
    }
}
