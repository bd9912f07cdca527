package org.ecsdelivery.dist.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;
import org.ecsdelivery.dist.rules.broken.agent.ReachesAround;
import org.ecsdelivery.dist.rules.broken.aws.StartsAProcess;
import org.ecsdelivery.dist.rules.broken.common.Changing;
import org.ecsdelivery.dist.rules.broken.common.KnowsTheEngine;
import org.ecsdelivery.dist.rules.broken.cycle.chicken.Chicken;
import org.ecsdelivery.dist.rules.broken.docker.CallsAws;
import org.ecsdelivery.dist.rules.broken.dsl.WritesJson;
import org.ecsdelivery.dist.rules.broken.engine.CallsDocker;
import org.ecsdelivery.dist.rules.broken.engine.CountsByItself;
import org.ecsdelivery.dist.rules.broken.engine.KnowsJson;
import org.ecsdelivery.dist.rules.broken.engine.KnowsTeamCity;
import org.ecsdelivery.dist.rules.broken.engine.Logs;
import org.ecsdelivery.dist.rules.broken.engine.Prints;
import org.ecsdelivery.dist.rules.broken.engine.ReadsTheEnvironment;
import org.ecsdelivery.dist.rules.broken.engine.SharesState;
import org.ecsdelivery.dist.rules.broken.engine.Sleeps;
import org.ecsdelivery.dist.rules.broken.engine.TokenManager;
import org.ecsdelivery.dist.rules.broken.engine.UsesTheSandbox;
import org.ecsdelivery.dist.rules.broken.engine.WantsFinal;
import org.ecsdelivery.dist.rules.broken.server.KnowsAllTheEngine;
import org.ecsdelivery.dist.rules.broken.server.KnowsSpring;
import org.ecsdelivery.dist.rules.broken.unmarked.MaybeNull;

/** The rules of the house, each with a class that breaks it, which shows that the rule can be broken. */
enum HouseRule {
    COMMON_STANDS_ALONE(KnowsTheEngine.class, RoomRules::commonStandsAlone),
    ENGINE_KNOWS_ONLY_PORTS(KnowsJson.class, RoomRules::engineKnowsOnlyPorts),
    SERVER_KNOWS_ONLY_SETTINGS(KnowsAllTheEngine.class, RoomRules::serverKnowsOnlySettings),
    DSL_KNOWS_ONLY_SETTINGS(WritesJson.class, RoomRules::dslKnowsOnlySettings),
    ONLY_AWS_CALLS_AWS(CallsAws.class, RoomRules::onlyAwsCallsAws),
    ONLY_DOCKER_CALLS_DOCKER(CallsDocker.class, RoomRules::onlyDockerCallsDocker),
    ONLY_BOTH_HALVES_KNOW_TEAMCITY(KnowsTeamCity.class, RoomRules::onlyBothHalvesKnowTeamCity),
    ONLY_THE_SANDBOX_KNOWS_SPRING(KnowsSpring.class, RoomRules::onlyTheSandboxKnowsSpring),
    NOTHING_SHIPPED_KNOWS_THE_SANDBOX(UsesTheSandbox.class, RoomRules::nothingShippedKnowsTheSandbox),
    ONE_CLASS_OPENS_THE_DOOR(ReachesAround.class, RoomRules::oneClassOpensTheDoor),
    NOBODY_LOGS(Logs.class, RoomRules::nobodyLogs),

    NOBODY_SLEEPS(Sleeps.class, CodeRules::nobodySleeps),
    NOBODY_PRINTS(Prints.class, CodeRules::nobodyPrints),
    NOBODY_READS_THE_ENVIRONMENT(ReadsTheEnvironment.class, CodeRules::nobodyReadsTheEnvironment),
    TIME_COMES_FROM_THE_CLOCK_GIVEN(CountsByItself.class, CodeRules::timeComesFromTheClockGiven),
    ONLY_DOCKER_STARTS_PROCESSES(StartsAProcess.class, CodeRules::onlyDockerStartsProcesses),

    VALUES_NEVER_CHANGE(Changing.class, ShapeRules::valuesNeverChange),
    FIELDS_ARE_FINAL_WHEN_THEY_CAN_BE(WantsFinal.class, ShapeRules::fieldsAreFinalWhenTheyCanBe),
    NOTHING_SHARED_CHANGES(SharesState.class, ShapeRules::nothingSharedChanges),
    NAMES_COME_FROM_THE_TRADE(TokenManager.class, ShapeRules::namesComeFromTheTrade),
    PACKAGES_SAY_WHAT_MAY_BE_NULL(MaybeNull.class, ShapeRules::packagesSayWhatMayBeNull),
    PACKAGES_ARE_FREE_OF_CYCLES(Chicken.class, ShapeRules::packagesAreFreeOfCycles);

    private final Class<?> sample;
    private final Function<House, ArchRule> rule;

    HouseRule(Class<?> sample, Function<House, ArchRule> rule) {
        this.sample = sample;
        this.rule = rule;
    }

    /** Returns the class that breaks this rule. */
    Class<?> sample() {
        return sample;
    }

    ArchRule in(House house) {
        return rule.apply(house);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
