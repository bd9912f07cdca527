package org.ecsdelivery.dist.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What no class may call, or only the few that wire the others. */
final class CodeRules {
    private CodeRules() {}

    static ArchRule nobodySleeps(House house) {
        return everywhere(house)
                .and()
                .resideOutsideOfPackage(house.room("sandbox.bench"))
                .and()
                .haveNameNotMatching(house.type("agent.SystemPause"))
                .and()
                .haveNameNotMatching(house.type("dsl.command.ThisMachine"))
                .should()
                .accessTargetWhere(calls(Thread.class, "sleep")
                        .or(calls(TimeUnit.class, "sleep"))
                        .or(calls(LockSupport.class, "parkNanos", "parkUntil")))
                .because("Stop must end a pause at once, and tests must not wait: pause through engine.time.Pause");
    }

    static ArchRule nobodyPrints(House house) {
        return everywhere(house)
                .and()
                .resideOutsideOfPackages(house.rooms("sandbox.demo", "sandbox.bench", "dsl.command", "aws.command"))
                .should()
                .accessTargetWhere(calls(System.class, "out", "err"))
                .because("an agent's console is read by nobody: tell an EngineEvent, or take a PrintStream");
    }

    static ArchRule nobodyReadsTheEnvironment(House house) {
        return everywhere(house)
                .and()
                .haveNameNotMatching(house.type("dsl.command.ThisMachine"))
                .and()
                .haveNameNotMatching(house.type("aws.command.DoctorMain"))
                .and()
                .haveNameNotMatching(house.type("sandbox.demo.Demo"))
                .should()
                .accessTargetWhere(calls(System.class, "getenv"))
                .because("a build's environment is not its agent's: take BuildEnvironment, or a map of it;"
                        + " the machine of somebody who types a command is dsl.command.Machine");
    }

    static ArchRule timeComesFromTheClockGiven(House house) {
        return everywhere(house)
                .and()
                .resideOutsideOfPackages(house.rooms("sandbox.demo", "sandbox.bench", "sandbox.time"))
                .and()
                .haveNameNotMatching(house.type("agent.Wiring"))
                .and()
                .haveNameNotMatching(house.type("aws.command.DoctorMain"))
                .and()
                .haveNameNotMatching(house.type("server.deployment.ServerClock"))
                .and()
                .haveNameNotMatching(house.type("dsl.command.ThisMachine"))
                .and()
                .haveNameNotMatching(house.type("server.access.AwsDoor"))
                .and()
                .haveNameNotMatching(house.type("sandbox.aws.LocalAwsBuilder"))
                .and()
                .haveNameNotMatching(house.type("sandbox.teamcity.LocalTeamCity"))
                .should()
                .accessTargetWhere(asksForTheTime())
                .because("tests run on virtual time: take an InstantSource, which Wiring or ServerClock provides");
    }

    static ArchRule onlyDockerStartsProcesses(House house) {
        return everywhere(house)
                .and()
                .resideOutsideOfPackages(house.rooms(
                        "docker",
                        "agent.git",
                        "agent.tools",
                        "sandbox.bench",
                        "sandbox.teamcity.commandline",
                        "dsl.command"))
                .should()
                .accessTargetWhere(calls(ProcessBuilder.class, "<init>").or(calls(Runtime.class, "exec")))
                .because(
                        "a process needs a time limit, a stop and an environment without secrets: docker, agent.git and agent.tools have them;"
                                + " the sandbox's command line step stands in for TeamCity's, whose time limit is the build's,"
                                + " and dsl.command asks git on the screen of whoever ran it");
    }

    private static GivenClassesConjunction everywhere(House house) {
        return noClasses().that().resideInAPackage(house.all());
    }

    /** Matches calls, references and reads; the names are those of methods or fields. */
    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + " " + String.join(" or ", names),
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && List.of(names).contains(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> asksForTheTime() {
        return calls(System.class, "currentTimeMillis", "nanoTime")
                .or(calls(Clock.class, "system", "systemUTC", "systemDefaultZone"))
                .or(calls(InstantSource.class, "system"))
                .or(DescribedPredicate.describe(
                        "now()",
                        access -> access.getTargetOwner().getPackageName().equals("java.time")
                                && isWithoutArguments(access, "now")));
    }

    private static boolean isWithoutArguments(JavaAccess<?> access, String method) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getName().equals(method)
                && target.getRawParameterTypes().isEmpty();
    }
}
