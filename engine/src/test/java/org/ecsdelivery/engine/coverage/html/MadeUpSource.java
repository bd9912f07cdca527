package org.ecsdelivery.engine.coverage.html;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.ecsdelivery.engine.coverage.generate.SourceFile;

/** Writes the source that a made-up report tells of: every line it names holds code that could be meant. */
final class MadeUpSource {
    private static final String[] NAMES = {
        "request", "customer", "invoice", "address", "session", "response", "template", "quantity", "warehouse",
        "shipment", "discount", "payload", "listener", "registry", "callback", "account", "threshold", "catalogue"
    };
    private static final String[] VERBS = {
        "load", "validate", "render", "dispatch", "collect", "normalize", "resolve", "publish", "schedule", "convert"
    };

    private final Random random;
    private final String[] names = new String[4];
    private final Map<Integer, String> code = new HashMap<>();

    private MadeUpSource(SourceFile file) {
        random = new Random(file.name().hashCode());
        for (SourceFile.Function function : file.functions()) {
            for (int i = 0; i < names.length; i++) {
                names[i] = NAMES[random.nextInt(NAMES.length)];
            }
            for (SourceFile.Line line : function.body()) {
                code.put(line.number(), line.arms().length > 0 ? decision() : statement());
            }
            code.put(function.line(), "  " + function.name() + "(" + name() + ": " + name() + "Options): void {");
        }
    }

    static byte[] of(SourceFile file) {
        MadeUpSource source = new MadeUpSource(file);
        int last = source.code.keySet().stream().mapToInt(line -> line).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= last; line++) {
            text.append(source.code.getOrDefault(line, source.comment())).append('\n');
        }
        text.append("  }\n}\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String name() {
        return names[random.nextInt(names.length)];
    }

    private String verb() {
        return VERBS[random.nextInt(VERBS.length)];
    }

    private String statement() {
        return "    const " + name() + " = await this." + name() + "Service." + VERBS[random.nextInt(3)] + "(" + name()
                + ", '" + name() + " & co');";
    }

    private String decision() {
        return "    if (" + name() + "." + name() + " !== undefined && " + name() + ".length > " + random.nextInt(50)
                + ") { return this." + verb() + "<" + name() + ">(" + name() + "); }";
    }

    private String comment() {
        return random.nextInt(3) == 0
                ? ""
                : "    // " + verb() + " the " + name() + " of each " + name() + " before the " + name() + " is "
                        + verb() + "ed: see the " + name() + " " + name();
    }
}
