package org.ecsdelivery.engine.image;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.LifecyclePolicyFile;
import org.ecsdelivery.common.settings.LifecycleRule;
import org.ecsdelivery.common.settings.RepositoryPolicy;

/** Writes lifecycle rules as ECR wants them (Amazon ECR user guide, "Lifecycle policy properties"). */
public final class LifecycleText {
    private LifecycleText() {}

    /** Returns the lifecycle policy that a repository is to have; nothing when it is to have none. */
    public static Optional<String> of(RepositoryPolicy policy) {
        return policy.lifecycleFile()
                .map(LifecyclePolicyFile::text)
                .or(() -> Optional.of(policy.lifecycle())
                        .filter(rules -> !rules.isEmpty())
                        .map(LifecycleText::of));
    }

    /** Returns the policy, JSON without white space. */
    static String of(List<LifecycleRule> rules) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("rules");
            for (int at = 0; at < rules.size(); at++) {
                write(json, at + 1, rules.get(at));
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException cause) {
            throw new UncheckedIOException("The lifecycle rules cannot be written as JSON", cause);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, int priority, LifecycleRule rule) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rulePriority", priority);
        json.writeObjectFieldStart("selection");
        if (rule.isOfAll()) {
            json.writeStringField("tagStatus", "any");
        } else if (rule.tags().isPresent()) {
            json.writeStringField("tagStatus", "tagged");
            json.writeArrayFieldStart("tagPatternList");
            json.writeString(rule.tags().get());
            json.writeEndArray();
        } else {
            json.writeStringField("tagStatus", "untagged");
        }
        if (rule.keep().isPresent()) {
            json.writeStringField("countType", "imageCountMoreThan");
            json.writeNumberField("countNumber", rule.keep().get());
        } else {
            json.writeStringField("countType", "sinceImagePushed");
            json.writeStringField("countUnit", "days");
            json.writeNumberField("countNumber", rule.days().orElseThrow());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("action");
        json.writeStringField("type", "expire");
        json.writeEndObject();
        json.writeEndObject();
    }
}
