package org.ecsdelivery.dsl.classic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** With which access a command works: what its environment and its options say. */
final class AwsAccessWords {
    private static final Pattern REFERENCE = Pattern.compile("%[^%\\s]+%");
    private static final Map<String, String> VARIABLES = Map.of(
            "AWS_REGION", "aws.region",
            "AWS_DEFAULT_REGION", "aws.region",
            "AWS_PROFILE", "aws.profile",
            "AWS_ACCESS_KEY_ID", "aws.accessKeyId",
            "AWS_SECRET_ACCESS_KEY", "secure:aws.secretAccessKey",
            "AWS_SESSION_TOKEN", "secure:aws.sessionToken");

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private AwsAccessWords() {}

    static AwsAccessWords of(Map<String, String> environment) {
        AwsAccessWords access = new AwsAccessWords();
        environment.forEach((name, value) -> {
            String parameter = VARIABLES.get(name);
            if (parameter != null
                    && !value.isEmpty()
                    && !(name.equals("AWS_DEFAULT_REGION") && environment.containsKey("AWS_REGION"))) {
                access.set(parameter, name, value);
            }
        });
        return access;
    }

    static boolean isVariable(String name) {
        return VARIABLES.containsKey(name);
    }

    AwsAccessWords option(CommandWords options, String option, String parameter) {
        Optional<String> value = options.value(option);
        value.ifPresent(each -> set(parameter, option, each));
        return this;
    }

    /** A key that stands in the settings is named, and never repeated. */
    private void set(String parameter, String source, String value) {
        boolean key = parameter.startsWith("secure:") || parameter.equals("aws.accessKeyId");
        if (key && !REFERENCE.matcher(value).matches()) {
            throw new Refusal(source + " gives an AWS key as text, which everybody reads who reads the settings. Have"
                    + " the key made invalid, make a new one a parameter of the type password, and refer to that");
        }
        parameters.put(parameter, value);
    }

    /** Returns the parameters of a step with the same access. */
    Map<String, String> parameters() {
        if (parameters.containsKey("aws.accessKeyId") != parameters.containsKey("secure:aws.secretAccessKey")) {
            throw new Refusal("one of the two parts of an AWS key comes from elsewhere");
        }
        return parameters;
    }
}
