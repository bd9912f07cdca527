package org.ecsdelivery.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ErrorDetail;
import java.util.Optional;
import java.util.regex.Pattern;

/** The engine's own words, without what docker-java wraps around them. */
final class EngineWords {
    private static final Pattern STATUS = Pattern.compile("^Status \\d+: ");
    private static final ObjectMapper JSON = new ObjectMapper();

    private EngineWords() {}

    static String of(DockerException answered) {
        String text = STATUS.matcher(String.valueOf(answered.getMessage()))
                .replaceFirst("")
                .strip();
        return messageOf(text).orElse(text);
    }

    private static Optional<String> messageOf(String json) {
        try {
            JsonNode message = JSON.readTree(json).path("message");
            return message.isTextual() ? Optional.of(message.asText().strip()) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** Returns the error that a line of a stream carries, if it does. */
    @SuppressWarnings("deprecation") // older engines send "error" alone
    static Optional<String> errorOf(ResponseItem item) {
        ErrorDetail detail = item.getErrorDetail();
        String message = detail == null || detail.getMessage() == null ? item.getError() : detail.getMessage();
        return Optional.ofNullable(message).map(String::strip);
    }
}
