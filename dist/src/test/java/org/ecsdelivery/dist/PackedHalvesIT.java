package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.RunType;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.dist.PackedJar.PackedClass;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jars of both halves: what is in them, and what must not be. */
class PackedHalvesIT {
    private static final int JAVA_17 = 17;
    private static final int CLASS_FILES_OF_JAVA_17 = 61;

    static Stream<PackedHalf> halves() {
        return PackedPlugin.packed().halves();
    }

    @ParameterizedTest
    @MethodSource("halves")
    void holdsNoClassThatTeamCityProvides(PackedHalf half) {
        assertThat(classes(half, packed -> HostClasses.provide(packed.name())))
                .as("a second copy hides TeamCity's, which breaks the plugin: leave the jar out in dist/pom.xml")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("halves")
    void runsOnJava17(PackedHalf half) {
        assertThat(classes(half, packed -> packed.forJava() <= JAVA_17 && packed.major() > CLASS_FILES_OF_JAVA_17))
                .as("one class too new kills the whole half: take an older version of the library")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("halves")
    void holdsEveryClassOnce(PackedHalf half) {
        Map<String, TreeSet<String>> jarsOf = new TreeMap<>();
        half.jars()
                .forEach(jar -> jar.classes().stream()
                        .map(PackedClass::name)
                        .filter(name -> !name.equals("module-info"))
                        .forEach(name -> jarsOf.computeIfAbsent(name, unseen -> new TreeSet<>())
                                .add(jar.name())));
        jarsOf.values().removeIf(jars -> jars.size() == 1);
        assertThat(jarsOf)
                .as("classes in two jars: which one runs depends on the order of files")
                .isEmpty();
    }

    @Test
    void keepsTheLargeClientsOutOfTheServer() {
        assertThat(PackedPlugin.packed().server().jarNames())
                .noneMatch(name ->
                        name.matches("(ecs|ecr|elasticloadbalancingv2|cloudwatch|cloudwatchlogs|applicationautoscaling"
                                + "|docker-java.*|ecs-delivery-(aws|docker|agent))-\\d.*\\.jar"));
    }

    @Test
    void namesItsRunTypesAlikeOnBothHalves(@TempDir Path data) {
        try (LocalTeamCity teamCity = LocalTeamCity.load(PackedPlugin.zip(), data)) {
            List<String> onServer =
                    teamCity.server().runTypes().stream().map(RunType::getType).toList();
            assertThat(onServer)
                    .containsExactlyInAnyOrder(
                            RunTypeId.IMAGE,
                            RunTypeId.DEPLOY,
                            RunTypeId.TASK,
                            RunTypeId.COVERAGE,
                            RunTypeId.DOCTOR,
                            RunTypeId.SETUP);
            assertThat(teamCity.runnableTypes()).containsExactlyInAnyOrderElementsOf(onServer);
        }
    }

    @Test
    void offersTheEnvFileFeature(@TempDir Path data) {
        try (LocalTeamCity teamCity = LocalTeamCity.load(PackedPlugin.zip(), data)) {
            assertThat(teamCity.server().buildFeatures().types()).containsExactly(EnvFileFeature.TYPE);
            assertThat(teamCity.server()
                            .webResource(teamCity.server()
                                    .buildFeatures()
                                    .get(EnvFileFeature.TYPE)
                                    .getEditParametersUrl()))
                    .isPresent();
        }
    }

    private static Stream<String> classes(PackedHalf half, Predicate<PackedClass> offending) {
        return half.jars().stream()
                .flatMap(jar ->
                        jar.classes().stream().filter(offending).map(packed -> packed.name() + " in " + jar.name()));
    }
}
