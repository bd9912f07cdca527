package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.StackName;

/** The parameters of the step that sets up pipelines, and their one parser. */
public final class SetupParameters {
    /** The stack. */
    public static final Parameter STACK = Parameter.text(
                    "setup.stack",
                    "Stack",
                    "Enter the name of the CloudFormation stack. It is created when it is not there.")
            .whichIsRequired();
    /** The template. */
    public static final Parameter TEMPLATE = Parameter.text(
            "setup.template",
            "Template",
            "Enter the path of the template, from the working directory and inside the checkout, such as"
                    + " infrastructure/application-pipeline.yaml. Leave it empty with Change set.");
    /** The template's parameters. */
    public static final Parameter PARAMETERS = Parameter.lines(
            "setup.parameters",
            "Parameters of the template",
            "Enter one NAME=VALUE per line. A parameter that is not named keeps the value that the stack has, and has the"
                    + " template's default in a new stack. The build log names parameters and never shows values.");
    /** Which changes are carried out. */
    public static final Parameter APPLY = Parameter.choice(
            "setup.apply",
            "Apply",
            "SAFE: changes that replace and delete nothing are carried out; others are shown, and the step fails until"
                    + " somebody decides. SHOW: nothing is carried out; a build with an approval can carry out just what"
                    + " was shown, with Change set %dep.ID.ecs-delivery.setup.changeSet%. ALL: whatever the change set"
                    + " holds is carried out. A personal build only shows.",
            List.of(SetupApply.SAFE.name(), SetupApply.SHOW.name(), SetupApply.ALL.name()));
    /** The change set of another build. */
    public static final Parameter CHANGE_SET = Parameter.text(
            "setup.changeSet",
            "Change set",
            "Enter the ARN of the change set that a build before has shown, to carry out just this: what was approved is"
                    + " what happens. Leave it empty to make a new one from the template.");
    /** Whether roles may be made. */
    public static final Parameter ROLES = Parameter.flag(
            "setup.roles",
            "Allow IAM roles",
            "Lets the template make and change IAM roles, which may do what the template says; CloudFormation refuses"
                    + " such templates otherwise. The template of the application pipeline needs it.",
            false);
    /** Whether data may go. */
    public static final Parameter DELETE_DATA = Parameter.flag(
                    "setup.deleteData",
                    "Allow the deletion of data",
                    "Lets a change set delete repositories, log groups, buckets, databases and other things that hold"
                            + " data. Without it the step refuses such a change set, whatever Apply says.",
                    false)
            .amongAdvanced();
    /** Whether to look for what was changed by hand. */
    public static final Parameter DRIFT = Parameter.flag(
                    "setup.detectDrift",
                    "Detect drift",
                    "Looks what somebody has changed outside of the stack, and says it in the build log, before anything"
                            + " is carried out. It takes up to some minutes, and needs permission to look at each resource.",
                    false)
            .amongAdvanced();
    /** What a stop does. */
    public static final Parameter CANCEL_ON_STOP = Parameter.flag(
                    "setup.cancelOnStop",
                    "Take an update back when the build is stopped",
                    "Asks CloudFormation to cancel the update when the build is stopped or the time limit passes."
                            + " Without it the update goes on. A creation cannot be cancelled.",
                    false)
            .amongAdvanced();
    /** The role of CloudFormation. */
    public static final Parameter SERVICE_ROLE = Parameter.text(
                    "setup.serviceRole",
                    "Service role",
                    "Enter the ARN of the IAM role that CloudFormation shall act as, so that the build needs no rights to"
                            + " the resources themselves. Leave it empty for the rights of the build.")
            .amongAdvanced();
    /** The time limit. */
    public static final Parameter TIMEOUT = Parameter.number(
                    "setup.timeoutMinutes",
                    "Time limit, minutes",
                    "Enter 1 to 1440: how long the step follows the stack.",
                    60)
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = Stream.concat(
                    Stream.of(
                            STACK,
                            TEMPLATE,
                            PARAMETERS,
                            APPLY,
                            CHANGE_SET,
                            ROLES,
                            DELETE_DATA,
                            DRIFT,
                            CANCEL_ON_STOP,
                            SERVICE_ROLE,
                            TIMEOUT),
                    AwsParameters.OF_STEPS.stream())
            .toList();

    private static final Pattern CHANGE_SET_ARN = Pattern.compile(
            "arn:[a-z0-9-]+:cloudformation:[a-z0-9-]+:\\d{12}:changeSet/[A-Za-z][A-Za-z0-9-]*/[A-Za-z0-9-]+");

    private static final Pattern ROLE_ARN = Pattern.compile("arn:[a-z0-9-]+:iam::\\d{12}:role/\\S+");

    private SetupParameters() {}

    /** Reads the settings of the step, or all the problems. */
    public static Parsed<SetupSettings> parse(Map<String, String> given, References references) {
        ParameterReader reader = new ParameterReader(given, references);
        Optional<StackName> stack = reader.optional(STACK, StackName::new);
        Optional<String> template = reader.optional(TEMPLATE, text -> text);
        Optional<Map<String, String>> parameters = reader.optional(PARAMETERS, TextForms::assignments);
        Optional<SetupApply> apply = reader.optional(APPLY, text -> TextForms.constant(SetupApply.class, text));
        Optional<String> changeSet =
                reader.optional(CHANGE_SET, text -> matching(CHANGE_SET_ARN, text, "the ARN of a change set"));
        SetupSettings.Rules rules = rules(reader);
        Optional<Duration> timeout = reader.optional(TIMEOUT, TextForms::minutes);
        AwsAccess access = AwsParameters.readOfStep(reader);
        refuseBothOrNeither(reader);
        return reader.finish(() -> new SetupSettings(
                stack.orElseThrow(),
                template,
                parameters.orElse(Map.of()),
                changeSet,
                apply.orElse(SetupApply.SAFE),
                rules,
                timeout.orElse(Duration.ofMinutes(60)),
                access));
    }

    private static SetupSettings.Rules rules(ParameterReader reader) {
        return new SetupSettings.Rules(
                reader.flag(ROLES),
                reader.flag(DELETE_DATA),
                reader.flag(DRIFT),
                reader.flag(CANCEL_ON_STOP),
                reader.optional(SERVICE_ROLE, text -> matching(ROLE_ARN, text, "the ARN of an IAM role")));
    }

    private static void refuseBothOrNeither(ParameterReader reader) {
        if (reader.has(TEMPLATE) && reader.has(CHANGE_SET)) {
            reader.reject(
                    CHANGE_SET, "a template is given too", "Leave one of them empty: a change set holds its template.");
        } else if (!reader.has(TEMPLATE) && !reader.has(CHANGE_SET)) {
            reader.reject(TEMPLATE, "neither a template nor a change set is given", TEMPLATE.help());
        }
    }

    private static String matching(Pattern form, String text, String what) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not " + what);
        }
        return text;
    }
}
