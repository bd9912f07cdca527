package org.ecsdelivery.dsl.imports;

import org.ecsdelivery.dsl.ParamSpec;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.xml.Element;

/** Says parameters of projects and configurations. */
final class ParamCode {
    private static final String HIDDEN = ParamSpec.password().hidden().toString();

    private ParamCode() {}

    static void say(Script script, Element param) {
        Code name = Code.of(param.attribute("name").orElse(""));
        String value = Params.value(param);
        String spec = param.attribute("spec").orElse("");
        if (spec.isEmpty()) {
            script.add(Script.Topic.PARAMETERS, "param", name, Code.of(value));
        } else if (spec.startsWith("password") && !value.isEmpty()) {
            password(script, name, Names.secret(value), spec);
        } else {
            script.add(Script.Topic.PARAMETERS, "param", name, Code.of(value), SpecCode.of(spec));
        }
    }

    private static void password(Script script, Code name, Code secret, String spec) {
        if (spec.equals(HIDDEN)) {
            script.add(Script.Topic.PARAMETERS, "password", name, secret);
        } else {
            script.add(Script.Topic.PARAMETERS, "password", name, secret, SpecCode.of(spec));
        }
    }
}
