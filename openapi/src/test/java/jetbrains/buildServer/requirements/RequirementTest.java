package jetbrains.buildServer.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequirementTest {
    private static final Map<String, String> AGENT = Map.of("docker.server.version", "20.10.24", "jobs", "4");

    @Test
    void asksForAParameterToExist() {
        assertThat(requires("docker.server.version", null, RequirementType.EXISTS))
                .isTrue();
        assertThat(requires("podman.version", null, RequirementType.EXISTS)).isFalse();
    }

    @Test
    void comparesVersionsPartByPart() {
        assertThat(requires("docker.server.version", "20.9", RequirementType.VER_NO_LESS_THAN))
                .isTrue();
        assertThat(requires("docker.server.version", "23.0", RequirementType.VER_NO_LESS_THAN))
                .isFalse();
    }

    @Test
    void comparesNumbers() {
        assertThat(requires("jobs", "10", RequirementType.LESS_THAN)).isTrue();
    }

    private static boolean requires(String name, String value, RequirementType type) {
        return new Requirement(name, value, type).match(AGENT, false);
    }
}
