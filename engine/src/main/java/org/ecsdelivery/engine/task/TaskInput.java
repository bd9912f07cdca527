package org.ecsdelivery.engine.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecsdelivery.common.settings.FanOut;
import org.ecsdelivery.common.settings.TaskOverrides;

/**
 * What one of several tasks is for.
 *
 * @param number its number, from 1
 * @param text its input; empty when the tasks differ by number only
 */
public record TaskInput(int number, String text) {

    /** Returns one for each text. */
    public static List<TaskInput> of(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(at -> new TaskInput(at + 1, texts.get(at)))
                .toList();
    }

    /** Returns so many without a text. */
    public static List<TaskInput> numbers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new TaskInput(number, ""))
                .toList();
    }

    TaskOverrides fill(TaskOverrides template) {
        Map<String, String> environment = new LinkedHashMap<>();
        template.environment()
                .forEach((name, value) -> environment.put(name, template.isOfFile(name) ? value : fill(value)));
        return new TaskOverrides(
                template.command().stream().map(this::fill).toList(),
                environment,
                template.cpu(),
                template.memory(),
                template.envFile());
    }

    private String fill(String template) {
        // the number first: an input that reads {number} stays what it is
        return template.replace(FanOut.NUMBER, Integer.toString(number)).replace(FanOut.INPUT, text);
    }
}
