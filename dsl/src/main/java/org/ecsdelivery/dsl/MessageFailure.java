package org.ecsdelivery.dsl;

/** Fails a build whose log has, or lacks, a text. */
public final class MessageFailure extends TypedSetting<MessageFailure> implements Feature {
    private MessageFailure(SettingValues values) {
        super(values);
    }

    /** Returns a condition that fails a build whose log contains a text, with a message for people. */
    public static MessageFailure whenLogContains(String text, String message) {
        return of("contains", text, message);
    }

    /** Returns a condition that fails a build whose log matches a Java regular expression, with a message for people. */
    public static MessageFailure whenLogMatches(String pattern, String message) {
        return of("matches", pattern, message);
    }

    private static MessageFailure of(String condition, String text, String message) {
        return new MessageFailure(SettingValues.of("BuildFailureOnMessage"))
                .set("buildFailureOnMessage.conditionType", condition)
                .set("buildFailureOnMessage.messagePattern", text)
                .set("buildFailureOnMessage.outputText", message)
                .set("buildFailureOnMessage.reverse", "false");
    }

    /** Returns this condition failing a build whose log does not have the text. */
    public MessageFailure whenMissing() {
        return set("buildFailureOnMessage.reverse", "true");
    }

    /** Returns this condition stopping the build at once. */
    public MessageFailure stoppingTheBuild() {
        return set("buildFailureOnMessage.stopBuildOnFailure", "true");
    }

    @Override
    MessageFailure copy(SettingValues newValues) {
        return new MessageFailure(newValues);
    }
}
