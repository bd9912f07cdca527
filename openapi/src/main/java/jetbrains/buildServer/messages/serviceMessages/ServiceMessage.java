package jetbrains.buildServer.messages.serviceMessages;

import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A line of output that TeamCity obeys: {@code ##teamcity[name 'argument']} or {@code ##teamcity[name key='value']}. */
public class ServiceMessage {
    public static final String SERVICE_MESSAGE_START = "##teamcity[";
    public static final String ARG_ATTRIBUTE = "tc:arg";

    private final String name;
    private final String argument;
    private final Map<String, String> attributes;

    protected ServiceMessage(@NotNull String name) {
        this(name, null, Map.of());
    }

    protected ServiceMessage(@NotNull String name, @NotNull String argument) {
        this(name, argument, Map.of());
    }

    protected ServiceMessage(@NotNull String name, @NotNull Map<String, String> attributes) {
        this(name, null, attributes);
    }

    private ServiceMessage(String name, String argument, Map<String, String> attributes) {
        this.name = name;
        this.argument = argument;
        this.attributes = new LinkedHashMap<>(attributes);
    }

    /** Writes a message with one unnamed value. */
    @NotNull
    public static String asString(@NotNull String messageName, @NotNull String argument) {
        return SERVICE_MESSAGE_START + messageName + " '" + ServiceMessageText.escape(argument) + "']";
    }

    /** Writes a message with named values. */
    @NotNull
    public static String asString(@NotNull String messageName, @NotNull Map<String, String> attributes) {
        StringBuilder text = new StringBuilder(SERVICE_MESSAGE_START).append(messageName);
        attributes.forEach((key, value) -> text.append(' ')
                .append(key)
                .append("='")
                .append(ServiceMessageText.escape(value))
                .append('\''));
        return text.append(']').toString();
    }

    /** Reads a message, or returns null when the text is none; a broken message is a {@link ParseException}. */
    @Nullable
    public static ServiceMessage parse(@NotNull String text) throws ParseException {
        String line = text.trim();
        if (!line.startsWith(SERVICE_MESSAGE_START) || !line.endsWith("]")) {
            return null;
        }
        ServiceMessageText body = new ServiceMessageText(line, SERVICE_MESSAGE_START.length());
        String name = body.word();
        Map<String, String> values = body.values(ARG_ATTRIBUTE);
        return new ServiceMessage(name, values.remove(ARG_ATTRIBUTE), values);
    }

    @NotNull
    public String getMessageName() {
        return name;
    }

    @NotNull
    public Map<String, String> getAttributes() {
        return attributes;
    }

    @Nullable
    public String getArgument() {
        return argument;
    }

    @Nullable
    public String getFlowId() {
        return attributes.get("flowId");
    }

    @NotNull
    public String asString() {
        return argument == null ? asString(name, attributes) : asString(name, argument);
    }

    @Override
    public String toString() {
        return asString();
    }
}
