package org.ecsdelivery.aws.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.DoctorSettings;

/**
 * What the command line asks for. An option is the name of a parameter of the step; secrets have none, since a command line is seen by
 * everybody on the machine.
 *
 * @param settings what to check
 * @param json where the findings go as JSON
 * @param html where they go as a page
 */
record DoctorOptions(DoctorSettings settings, Optional<Path> json, Optional<Path> html) {
    private static final String OWN = "doctor.";
    private static final List<Parameter> PARAMETERS = List.of(
            DoctorParameters.CLUSTER,
            DoctorParameters.SERVICES,
            DoctorParameters.FAIL_ON,
            AwsParameters.REGION,
            AwsParameters.PROFILE,
            AwsParameters.ROLE_ARN,
            AwsParameters.EXTERNAL_ID,
            AwsParameters.ENDPOINT);

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException telling of all that is wrong with them
     */
    static DoctorOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            Optional<String> name = name(option);
            if (name.isEmpty()) {
                wrong.add("there is no option " + option);
            } else if (i + 1 == arguments.size()) {
                wrong.add(option + " needs a value");
            } else {
                given.put(name.get(), arguments.get(i + 1));
            }
        }
        Parsed<DoctorSettings> parsed = DoctorParameters.parse(given, References.RESOLVED);
        parsed.invalidParameters().stream().map(InvalidParameter::sentence).forEach(wrong::add);
        if (!(parsed instanceof Parsed.Valid<DoctorSettings> valid) || !wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", wrong));
        }
        return new DoctorOptions(valid.settings(), path(given, "json"), path(given, "html"));
    }

    static String options() {
        return String.join(
                "\n",
                PARAMETERS.stream()
                        .map(each -> "  --" + shortName(each) + (each.required() ? " (required)" : "") + "\n      "
                                + each.help())
                        .toList());
    }

    private static Optional<String> name(String option) {
        if (List.of("--json", "--html").contains(option)) {
            return Optional.of(option.substring(2));
        }
        return PARAMETERS.stream()
                .filter(each -> option.equals("--" + each.name()) || option.equals("--" + shortName(each)))
                .map(Parameter::name)
                .findFirst();
    }

    private static String shortName(Parameter parameter) {
        return parameter.name().startsWith(OWN) ? parameter.name().substring(OWN.length()) : parameter.name();
    }

    private static Optional<Path> path(Map<String, String> given, String name) {
        try {
            return Optional.ofNullable(given.get(name)).map(Path::of);
        } catch (InvalidPathException invalid) {
            throw new IllegalArgumentException("--" + name + " " + given.get(name) + " is no path", invalid);
        }
    }
}
