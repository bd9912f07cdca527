package org.ecsdelivery.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.engine.ecs.FileState;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * A task definition of a file: bare, as RegisterTaskDefinition takes it, or wrapped, as DescribeTaskDefinition answers it.
 *
 * @param file the file
 * @param raw its task definition, as it is written
 * @param model the same, as the SDK knows it
 * @param tags its tags
 * @param unknown the fields that the SDK does not know, with their lines
 */
record FileDefinition(DefinitionFile file, RawObject raw, TaskDefinition model, List<Tag> tags, List<String> unknown) {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final String WRAPPER = "taskDefinition";
    private static final String CONTAINERS = "containerDefinitions";
    private static final String TAGS = "tags";

    /**
     * Reads a file.
     *
     * @throws EngineException when it is no task definition, naming file, line and field
     */
    static FileDefinition of(DefinitionFile file) {
        String text = filledIn(file);
        try {
            requireJson(text);
            RawObject root = RawObject.parse(text);
            boolean wrapped = !root.has(CONTAINERS) && root.has(WRAPPER);
            RawObject raw = wrapped ? root.object(WRAPPER) : root;
            TaskDefinition.Builder model = TaskDefinition.builder();
            List<String> unknown = read(text, wrapped, model);
            TaskDefinition definition = model.build();
            requireContainers(file, definition);
            List<Tag> tags = tags(raw.has(TAGS) ? raw : root);
            return new FileDefinition(file, raw.without(Set.of(TAGS)), definition, tags, unknown);
        } catch (JsonProcessingException noJson) {
            // the parser's own words may quote what stands there, and that may be a secret
            throw refused(
                    file,
                    "line " + noJson.getLocation().getLineNr() + ", column "
                            + noJson.getLocation().getColumnNr() + ": this is no JSON, or a name stands twice",
                    noJson);
        } catch (IOException misfit) {
            throw refused(file, String.valueOf(misfit.getMessage()), misfit);
        }
    }

    private static String filledIn(DefinitionFile file) {
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        for (Map.Entry<String, String> value : file.values().entrySet()) {
            String place = "${" + value.getKey() + "}";
            if (!file.text().contains(place)) {
                throw refused(
                        RevisionParameters.DEFINITION_VALUES,
                        "there is no " + place + " in " + file.path() + ", which " + value.getKey() + " could be for",
                        null);
            }
            String quoted = RawText.of(value.getValue());
            text = text.replace(place, quoted.substring(1, quoted.length() - 1));
        }
        return text;
    }

    private static void requireJson(String text) throws IOException {
        try (JsonParser parser = STRICT.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ModelReader.Misfit("line 1: this is not an object");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new ModelReader.Misfit(
                        "line " + parser.currentTokenLocation().getLineNr() + ": there is more behind the object");
            }
        }
    }

    private static List<String> read(String text, boolean wrapped, TaskDefinition.Builder into) throws IOException {
        Set<String> passed = new HashSet<>(TaskDefinitionCopy.setByEcs());
        passed.add(TAGS);
        try (JsonParser parser = STRICT.createParser(text)) {
            ModelReader reader = new ModelReader(parser);
            parser.nextToken();
            while (wrapped
                    && !(parser.nextToken() == JsonToken.FIELD_NAME
                            && parser.currentName().equals(WRAPPER))) {
                parser.skipChildren();
            }
            if (wrapped && parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ModelReader.Misfit(
                        "line " + parser.currentTokenLocation().getLineNr() + ": " + WRAPPER + " is not an object");
            }
            reader.read(into, "", passed);
            return reader.unknown();
        }
    }

    private static void requireContainers(DefinitionFile file, TaskDefinition model) {
        if (model.containerDefinitions().isEmpty()) {
            throw refused(file, CONTAINERS + " has no container", null);
        }
        for (ContainerDefinition each : model.containerDefinitions()) {
            if (each.name() == null || each.name().isBlank()) {
                throw refused(
                        file,
                        CONTAINERS + "[" + model.containerDefinitions().indexOf(each) + "].name is missing",
                        null);
            }
        }
    }

    private static List<Tag> tags(RawObject holder) {
        return holder.objects(TAGS).stream()
                .map(each -> Tag.builder()
                        .key(each.text("key"))
                        .value(each.text("value"))
                        .build())
                .toList();
    }

    private static EngineException refused(DefinitionFile file, String what, @Nullable Exception cause) {
        return refused(RevisionParameters.DEFINITION_FILE, file.path() + ", " + what, cause);
    }

    private static EngineException refused(Parameter parameter, String what, @Nullable Exception cause) {
        return new EngineException(
                FailureKind.INVALID_PARAMETERS,
                parameter.label() + " (" + parameter.name() + "): " + what,
                "",
                parameter.help(),
                cause);
    }

    /** Returns what is registered, on top of which the changes come. */
    TaskDefinitionCopy copy(String family, List<Tag> tagsOfBase) {
        RawObject named = raw.has("family") ? raw : raw.with("family", RawText.of(family));
        return new TaskDefinitionCopy(named, tags.isEmpty() ? tagsOfBase : tags);
    }

    /** Returns it as a revision that the service could run. */
    FileState state(String baseArn) {
        String arn = baseArn.substring(0, baseArn.lastIndexOf('/') + 1) + file.path();
        RevisionState state = RevisionStates.of(DescribeTaskDefinitionResponse.builder()
                .taskDefinition(model.toBuilder().taskDefinitionArn(arn).build())
                .tags(tags)
                .build());
        return new FileState(state, unknown);
    }
}
