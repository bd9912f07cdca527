package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.junit.jupiter.api.Test;

class SetupParametersTest {
    private static final String CHANGE_SET = "arn:aws:cloudformation:eu-central-1:123456789012:changeSet/one/1-2";

    @Test
    void readsAStackAndItsTemplate() {
        SetupSettings settings =
                read("setup.stack", "shop", "setup.template", "a.yaml", "setup.parameters", "A=1\nB=x=y");

        assertThat(settings.stack().value()).isEqualTo("shop");
        assertThat(settings.template()).contains("a.yaml");
        assertThat(settings.parameters()).isEqualTo(Map.of("A", "1", "B", "x=y"));
        assertThat(settings.apply()).isEqualTo(SetupApply.SAFE);
        assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(60));
        assertThat(settings.rules().deleteData()).isFalse();
    }

    @Test
    void wantsATemplateOrAChangeSetAndNotBoth() {
        assertThat(read("setup.stack", "shop", "setup.changeSet", CHANGE_SET).changeSet())
                .contains(CHANGE_SET);
        assertThat(problems("setup.stack", "shop")).containsExactly("setup.template");
        assertThat(problems("setup.stack", "shop", "setup.template", "a", "setup.changeSet", CHANGE_SET))
                .containsExactly("setup.changeSet");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(problems(
                        "setup.stack", "1shop",
                        "setup.template", "a.yaml",
                        "setup.parameters", "no-assignment",
                        "setup.apply", "MAYBE",
                        "setup.serviceRole", "admin",
                        "setup.timeoutMinutes", "0"))
                .containsExactlyInAnyOrder(
                        "setup.stack", "setup.parameters", "setup.apply", "setup.serviceRole", "setup.timeoutMinutes");
    }

    @Test
    void showsNoValueOfAParameter() {
        SetupSettings settings =
                read("setup.stack", "shop", "setup.template", "a.yaml", "setup.parameters", "Password=canary");

        assertThat(settings.toString()).contains("Password").doesNotContain("canary");
        assertThat(problems("setup.stack", "shop", "setup.template", "a", "setup.parameters", "canary"))
                .containsExactly("setup.parameters");
    }

    private static SetupSettings read(String... namesAndValues) {
        return ((Parsed.Valid<SetupSettings>) SetupParameters.parse(map(namesAndValues), References.RESOLVED))
                .settings();
    }

    private static List<String> problems(String... namesAndValues) {
        return SetupParameters.parse(map(namesAndValues), References.RESOLVED).invalidParameters().stream()
                .map(InvalidParameter::parameter)
                .map(each -> each.name())
                .toList();
    }

    private static Map<String, String> map(String... namesAndValues) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return given;
    }
}
