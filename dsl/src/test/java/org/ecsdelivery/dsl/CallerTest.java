package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerTest {
    @Test
    void namesTheLineOutsideTheLibrary() {
        int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
        BuildType build = Project.of("Shop").buildType("Build");

        assertThat(build.origin().text())
                .isEqualTo(
                        "org.ecsdelivery.dsl.CallerTest.namesTheLineOutsideTheLibrary(CallerTest.java:" + line + ")");
    }

    @Test
    void tellsMethodsOfOneNameApartThatAskAtTheSameInstruction() {
        assertThat(asked("Build").origin()).isNotEqualTo(asked(1).origin());
    }

    private static BuildType asked(Object id) {
        return Project.of("Shop").buildType("Build");
    }

    private static BuildType asked(int id) {
        return Project.of("Shop").buildType("Build");
    }
}
