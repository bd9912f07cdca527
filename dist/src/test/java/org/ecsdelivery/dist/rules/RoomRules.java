package org.ecsdelivery.dist.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Who may know whom. */
final class RoomRules {
    private static final String[] JDK = {
        "java..",
        "javax.crypto..",
        "javax.net..",
        "javax.xml..",
        "org.w3c.dom..",
        "org.xml.sax..",
        "org.jspecify.annotations.."
    };

    private RoomRules() {}

    static ArchRule commonStandsAlone(House house) {
        return onlyKnows(house, "common", house.rooms("common"))
                .because("both halves and the DSL share it: move what needs more to the room that has more");
    }

    static ArchRule engineKnowsOnlyPorts(House house) {
        return onlyKnows(house, "engine", with(house.rooms("engine", "common"), "com.fasterxml.jackson.core.."))
                .because(
                        "the use cases must run on fakes in virtual time: declare a port in engine, implement it in aws,"
                                + " docker or agent");
    }

    static ArchRule serverKnowsOnlySettings(House house) {
        return onlyKnows(
                        house,
                        "server",
                        with(
                                house.rooms("server", "common", "aws.call", "engine.failure", "engine.permission"),
                                "jetbrains.buildServer..",
                                "javax.servlet..",
                                "org.springframework.web.servlet.."))
                .because(
                        "the server half is packed without the adapters of AWS and Docker: ask AWS through aws.call, and leave the"
                                + " work to the agent half");
    }

    static ArchRule dslKnowsOnlySettings(House house) {
        return onlyKnows(house, "dsl", house.rooms("dsl", "common"))
                .because("settings are written by people who need nothing but a JDK: keep libraries out of the DSL")
                .allowEmptyShould(true);
    }

    static ArchRule onlyAwsCallsAws(House house) {
        return onlyIn(house, "software.amazon..", "aws")
                .because("the SDK's types and failures stop at the adapters: use a port of engine.ecs or engine.image");
    }

    static ArchRule onlyDockerCallsDocker(House house) {
        return onlyIn(house, "com.github.dockerjava..", "docker")
                .because("docker-java's types and failures stop at the adapters: use a port of engine.image");
    }

    static ArchRule onlyBothHalvesKnowTeamCity(House house) {
        return onlyIn(house, "[jetbrains|com.intellij]..", "agent", "server", "sandbox")
                .because("what the plugin does must not need TeamCity to run: translate in agent or server");
    }

    static ArchRule onlyTheSandboxKnowsSpring(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.all())
                .and()
                .resideOutsideOfPackages(house.rooms("sandbox"))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.springframework..")
                        // what TeamCity's own controllers are made of
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAPackage("org.springframework.web.servlet.."))))
                .because(
                        "TeamCity's Spring differs between versions and halves: wire beans in META-INF/build-*-plugin-*.xml");
    }

    static ArchRule nothingShippedKnowsTheSandbox(House house) {
        return onlyIn(house, house.room("sandbox"), "sandbox", "dist")
                .because("the sandbox is not packed: a class that both need belongs to common or engine");
    }

    static ArchRule oneClassOpensTheDoor(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.room("agent"))
                .and()
                .haveNameNotMatching(house.type("agent.AwsAndDocker"))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(house.rooms("aws", "docker"))
                        // what a build context holds is read from the checkout alone
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAPackage(house.room("docker.context")))))
                .because(
                        "runners are tested without AWS and Docker: reach both through Outside, which AwsAndDocker opens");
    }

    static ArchRule nobodyLogs(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.all())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.slf4j..", "java.util.logging..", "org.apache.log4j..", "com.intellij.openapi.diagnostic..")
                .because("people read the build log: tell an EngineEvent, or throw a failure with its cause");
    }

    private static ArchRule onlyKnows(House house, String room, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(house.room(room))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(JDK, allowed));
    }

    private static ArchRule onlyIn(House house, String library, String... rooms) {
        return noClasses()
                .that()
                .resideInAPackage(house.all())
                .and()
                .resideOutsideOfPackages(house.rooms(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
