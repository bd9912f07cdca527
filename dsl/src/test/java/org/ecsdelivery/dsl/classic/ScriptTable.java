package org.ecsdelivery.dsl.classic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.ParamSpec;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.SettingsTree;

/** Scripts in files beside the test, each with what becomes of it. */
record ScriptTable(String title, String script, String outcome) {
    static final String ECR = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

    static List<ScriptTable> in(String file) throws IOException {
        try (InputStream in = ScriptTable.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<ScriptTable> all = new ArrayList<>();
            for (String each : text.split("(?m)^=== ")) {
                if (!each.isBlank()) {
                    all.add(one(each));
                }
            }
            return all;
        }
    }

    private static ScriptTable one(String text) {
        int title = text.indexOf('\n');
        int outcome = text.indexOf("\n---\n");
        return outcome < 0
                ? new ScriptTable(
                        text.substring(0, title), text.substring(title + 1).stripTrailing(), "")
                : new ScriptTable(
                        text.substring(0, title),
                        text.substring(title + 1, outcome),
                        text.substring(outcome + 5).stripTrailing());
    }

    /** Returns settings with a step that runs the script, and a few parameters. */
    static SettingsTree settings(String script) {
        Project shop = Project.of("Shop").param("known.registry", ECR);
        shop.buildType("Build")
                .param("env.NPM_VERSION", "10")
                .param("key.secret", "%vault:/key!/secret%", ParamSpec.password())
                .step(ScriptStep.of(script.replace("{ecr}", ECR)).id("classic").name("Classic"));
        return Settings.of(shop).tree();
    }

    static String outcome(Proposal proposal) {
        List<Entry> steps =
                proposal.tree().configuration("Shop_Build").orElseThrow().entries("build-runners");
        String written = steps.stream().map(ScriptTable::written).collect(Collectors.joining("\n"));
        String left = proposal.remarks().stream()
                .map(Remark::fact)
                .filter(each -> !each.startsWith("becomes"))
                .map(each -> "\n! " + each)
                .collect(Collectors.joining());
        return (proposal.changed().isEmpty() ? "as it is" : written).replace(ECR, "{ecr}") + left;
    }

    private static String written(Entry step) {
        Map<String, String> given = new TreeMap<>(step.parameters());
        String script = given.remove("script.content");
        given.remove("use.custom.script");
        String lines = script == null ? "" : "\n  > " + script.replace("\n", "\n  > ");
        return step.type()
                + lines
                + given.entrySet().stream()
                        .map(each ->
                                "\n  " + each.getKey() + " = " + each.getValue().replace("\n", " | "))
                        .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return title;
    }
}
