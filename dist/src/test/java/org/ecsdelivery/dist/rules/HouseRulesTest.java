package org.ecsdelivery.dist.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds all modules to the rules of the house, and the rules to the classes in {@code broken}. */
class HouseRulesTest {
    private static final JavaClasses OURS = House.OURS.classes();
    private static final JavaClasses BROKEN = House.BROKEN.classes();

    @ParameterizedTest
    @EnumSource
    void isKept(HouseRule rule) {
        rule.in(House.OURS).check(OURS);
    }

    @ParameterizedTest
    @EnumSource
    void noticesTheClassThatBreaksIt(HouseRule rule) {
        assertThat(rule.in(House.BROKEN).evaluate(BROKEN).getFailureReport().getDetails())
                .as(rule.toString())
                .anyMatch(detail -> detail.contains(rule.sample().getName()));
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatToDo(HouseRule rule) {
        assertThat(rule.in(House.OURS).getDescription()).matches("(?s).*, because .+: .+");
    }

    @Test
    void seesEveryRoom() {
        assertThat(List.of("common", "engine", "aws", "docker", "agent", "server", "dsl", "sandbox"))
                .allMatch(room ->
                        OURS.stream().anyMatch(type -> type.getName().startsWith("org.ecsdelivery." + room + ".")));
    }

    @Test
    void keepsNoSampleThatBreaksNoRule() {
        assertThat(BROKEN)
                .filteredOn(type -> !type.getSimpleName().equals("package-info"))
                .extracting(JavaClass::getSimpleName)
                .filteredOn(name -> !List.of("Egg", "Door", "Toy").contains(name))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(HouseRule.values())
                        .map(rule -> rule.sample().getSimpleName())
                        .toList());
    }
}
