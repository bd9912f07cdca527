package org.ecsdelivery.common.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.settings.EnvFileSettings.Context;
import org.ecsdelivery.common.settings.EnvFileSettings.Guards;
import org.ecsdelivery.common.settings.EnvFileSettings.Sources;
import org.ecsdelivery.common.settings.EnvFileSettings.Target;
import org.ecsdelivery.common.settings.EnvFileSettings.Tracked;

/** The parameters of the build feature that makes an env file, and their one parser. */
public final class EnvFileParameters {
    /** Where the file is written. */
    public static final Parameter PATH = Parameter.text(
                    "envFile.path",
                    "File",
                    "Enter the path from the checkout directory, or one in the build's temporary directory,"
                            + " %system.teamcity.build.tempDir%, where no build context and no artifact rule finds it. The file is"
                            + " readable by the agent's user only, and deleted when the build ends.")
            .withDefault(".env")
            .whichIsRequired();
    /** Who reads it. */
    public static final Parameter DIALECT = Parameter.choice(
            "envFile.dialect",
            "Read by",
            "Choose what will read the file: each reads quotes, blanks, $ and line ends in its own way. A value that it"
                    + " cannot read back exactly fails the build by the name of its variable.",
            EnvFileDialect.words());
    /** Which parameters are taken by their names. */
    public static final Parameter PREFIX = Parameter.text(
                    "envFile.prefix",
                    "Parameters that begin with",
                    "Each build parameter whose name begins so becomes the variable named by the rest: env-file.DB_HOST gives"
                            + " DB_HOST.")
            .withDefault("env-file.");
    /** Which parameters are taken beside those. */
    public static final Parameter PARAMETERS = Parameter.lines(
                    "envFile.parameters",
                    "Further parameters",
                    "Enter one build parameter per line, env.DB_HOST, or NAME=parameter for another name.")
            .amongAdvanced();
    /** The template. */
    public static final Parameter TEMPLATE = Parameter.text(
            "envFile.template",
            "Template",
            "Enter the path of a committed template, such as .env.template, from the checkout directory: its order and"
                    + " comments are kept, its values are defaults.");
    /** What comes from Systems Manager. */
    public static final Parameter SSM = Parameter.lines(
            "envFile.ssm",
            "Systems Manager parameters",
            "Enter one path per line, /shop/prod, for all parameters below it, or NAME=/shop/prod/db-password for one.");
    /** What comes from Secrets Manager. */
    public static final Parameter SECRETS = Parameter.lines(
            "envFile.secrets",
            "Secrets Manager secrets",
            "Enter one name or ARN per line, shop/prod, for every key of the JSON object in it, NAME=shop/prod for its whole"
                    + " text, or NAME=shop/prod:password for one key.");
    /** Literal values. */
    public static final Parameter VALUES = Parameter.lines(
            "envFile.values",
            "Values",
            "Enter one NAME=VALUE per line. They count before all others. Never enter a secret: who may see the build"
                    + " configuration sees them.");
    /** What must be there. */
    public static final Parameter REQUIRED = Parameter.text(
            "envFile.required",
            "Required",
            "Enter the names that must have a value, separated by blanks or commas: the build fails before its first step"
                    + " and names those that are missing.");
    /** When it is written. */
    public static final Parameter BEFORE_STEP = Parameter.text(
                    "envFile.beforeStep",
                    "Write before step",
                    "Enter the name of a build step when the file shall not be there earlier. Leave it empty to write it before"
                            + " the first one.")
            .amongAdvanced();
    /** What happens to a committed file. */
    public static final Parameter TRACKED = Parameter.choice(
                    "envFile.tracked",
                    "When git tracks the file",
                    "FAIL: the build fails, and the committed file stays as it is. WARN: the build log warns, and the file is"
                            + " overwritten in this checkout.",
                    List.of("FAIL", "WARN"))
            .amongAdvanced();
    /** What happens in a build context. */
    public static final Parameter CONTEXT = Parameter.choice(
            "envFile.context",
            "When a build context has it",
            "REFUSE: the build fails before an image step could send the file to the engine. IGNORE: image steps leave it out,"
                    + " as if .dockerignore named it. ALLOW: the build log warns.",
            List.of("REFUSE", "IGNORE", "ALLOW"));

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = all();

    private EnvFileParameters() {}

    private static List<Parameter> all() {
        List<Parameter> all = new ArrayList<>(List.of(
                PATH,
                DIALECT,
                PREFIX,
                PARAMETERS,
                TEMPLATE,
                SSM,
                SECRETS,
                VALUES,
                REQUIRED,
                BEFORE_STEP,
                TRACKED,
                CONTEXT));
        all.addAll(AwsParameters.ALL);
        return List.copyOf(all);
    }

    /** Reads the settings of the feature, or all the problems. */
    public static Parsed<EnvFileSettings> parse(Map<String, String> given, References references) {
        ParameterReader reader = new ParameterReader(given, references);
        Optional<Target> target = target(reader);
        Sources sources = sources(reader);
        Guards guards = new Guards(
                reader.optional(TRACKED, text -> TextForms.constant(Tracked.class, text))
                        .orElse(Tracked.FAIL),
                reader.optional(CONTEXT, text -> TextForms.constant(Context.class, text))
                        .orElse(Context.REFUSE));
        AwsAccess access = AwsParameters.read(reader);
        return reader.finish(() -> new EnvFileSettings(target.orElseThrow(), sources, guards, access));
    }

    private static Optional<Target> target(ParameterReader reader) {
        Optional<String> path = reader.optional(PATH, EnvFileParameters::path);
        EnvFileDialect dialect = reader.optional(DIALECT, EnvFileDialect::of).orElse(EnvFileDialect.DOCKER);
        Optional<String> step = reader.optional(BEFORE_STEP, text -> text);
        return path.map(known -> new Target(known, dialect, step));
    }

    private static Sources sources(ParameterReader reader) {
        return new Sources(
                reader.optional(PREFIX, text -> text).orElse(PREFIX.defaultValue()),
                reader.optional(PARAMETERS, EnvFileSourceForms::parameters).orElse(Map.of()),
                reader.optional(TEMPLATE, text -> text),
                reader.optional(SSM, EnvFileSourceForms::ssm).orElse(List.of()),
                reader.optional(SECRETS, EnvFileSourceForms::secrets).orElse(List.of()),
                reader.optional(VALUES, TextForms::assignments).orElse(Map.of()),
                reader.optional(REQUIRED, text -> TextForms.list(text, name -> name))
                        .orElse(List.of()));
    }

    private static String path(String text) {
        if (text.chars().anyMatch(c -> c < ' ') || text.endsWith("/") || text.endsWith("\\")) {
            throw new IllegalArgumentException("'" + text + "' is not the path of a file");
        }
        return text;
    }
}
