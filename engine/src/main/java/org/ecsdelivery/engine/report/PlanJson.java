package org.ecsdelivery.engine.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.event.Plan;

/** Writes what was planned. */
final class PlanJson {
    private final Plan plan;
    private final JsonGenerator json;

    private PlanJson(Plan plan, JsonGenerator json) {
        this.plan = plan;
        this.json = json;
    }

    static void write(Plan plan, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("plan");
        PlanJson members = new PlanJson(plan, json);
        members.differences();
        members.pace();
        members.times();
        members.wayBack();
        members.notes();
        json.writeEndObject();
    }

    private void differences() throws IOException {
        json.writeArrayFieldStart("differences");
        for (Plan.Difference each : plan.differences()) {
            json.writeStartObject();
            json.writeStringField("what", each.what());
            json.writeStringField("before", each.before());
            json.writeStringField("after", each.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void pace() throws IOException {
        DeploymentRules rules = plan.service().rules();
        json.writeStringField("strategy", rules.strategy());
        json.writeNumberField("desired", plan.service().desired());
        if (plan.pace().isPresent()) {
            Plan.Pace pace = plan.pace().get();
            json.writeNumberField("minimumHealthyPercent", rules.minimumHealthyPercent());
            json.writeNumberField("maximumPercent", rules.maximumPercent());
            json.writeNumberField("minimumTasks", pace.minimum());
            json.writeNumberField("maximumTasks", pace.maximum());
            json.writeNumberField("tasksAtATime", pace.atATime());
            json.writeNumberField("batches", pace.batches());
        }
    }

    private void times() throws IOException {
        if (plan.atMost().isPresent()) {
            json.writeNumberField("atMostSeconds", plan.atMost().get().toMillis() / 1000.0);
        }
        if (plan.deregistrationDelay().isPresent()) {
            json.writeNumberField(
                    "deregistrationDelaySeconds",
                    plan.deregistrationDelay().get().toMillis() / 1000.0);
        }
    }

    private void wayBack() throws IOException {
        json.writeBooleanField("rollsBack", plan.service().rollsBack());
        if (plan.backTo().isPresent()) {
            json.writeStringField("backTo", plan.backTo().get());
        }
    }

    private void notes() throws IOException {
        json.writeArrayFieldStart("notes");
        for (String note : plan.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
    }
}
