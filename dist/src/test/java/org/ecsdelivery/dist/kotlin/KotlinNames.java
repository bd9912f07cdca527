package org.ecsdelivery.dist.kotlin;

import java.util.Locale;
import org.ecsdelivery.common.parameter.Parameter;

/** What Kotlin calls our parameters and their choices. */
final class KotlinNames {
    private KotlinNames() {}

    /** Returns the last word of a parameter's name: {@code deploy.finishLevel} is {@code finishLevel}. */
    static String property(Parameter parameter) {
        return parameter.name().substring(parameter.name().lastIndexOf('.') + 1);
    }

    /** Returns the enum of a parameter's choices: {@code FinishLevel}. */
    static String type(Parameter parameter) {
        String property = property(parameter);
        return property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    }

    /** Returns the constant of a choice: {@code python-dotenv} is {@code PYTHON_DOTENV}. */
    static String constant(String choice) {
        return choice.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
