package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds triggers, features and project features to the names that TeamCity reads. */
class SettingsOfTeamCityTest {
    private static final Secret TOKEN = Secret.reference("%token%");
    private static final VcsRootReference ROOT = External.vcsRoot("Main");

    @Test
    void aVcsTrigger() {
        assertThat(VcsTrigger.ofChanges()
                        .branches("+:*", "-:old")
                        .rules("-:docs/**")
                        .quietPeriod(60)
                        .perCommitter()
                        .withDependencies()
                        .parameters())
                .containsOnly(
                        entry("branchFilter", "+:*\n-:old"),
                        entry("triggerRules", "-:docs/**"),
                        entry("quietPeriodMode", "USE_CUSTOM"),
                        entry("quietPeriod", "60"),
                        entry("perCheckinTriggering", "true"),
                        entry("groupCheckinsByCommitter", "true"),
                        entry("watchChangesInDependencies", "true"));
    }

    @Test
    void aScheduleTrigger() {
        assertThat(ScheduleTrigger.daily(3, 30)
                        .zone(ZoneId.of("Europe/Berlin"))
                        .onlyWithChanges(false)
                        .branches("+:<default>")
                        .parameters())
                .containsOnly(
                        entry("schedulingPolicy", "daily"),
                        entry("hour", "3"),
                        entry("minute", "30"),
                        entry("timezone", "Europe/Berlin"),
                        entry("triggerBuildWithPendingChangesOnly", "false"),
                        entry("branchFilter", "+:<default>"));
        assertThat(ScheduleTrigger.weekly(DayOfWeek.SUNDAY, 1, 0).parameters())
                .contains(entry("schedulingPolicy", "weekly"), entry("dayOfWeek", "Sunday"));
        assertThat(ScheduleTrigger.cron("0 0 4 ? * MON-FRI").parameters())
                .contains(
                        entry("schedulingPolicy", "cron"),
                        entry("cronExpression_sec", "0"),
                        entry("cronExpression_min", "0"),
                        entry("cronExpression_hour", "4"),
                        entry("cronExpression_dm", "?"),
                        entry("cronExpression_month", "*"),
                        entry("cronExpression_dw", "MON-FRI"));
    }

    @Test
    void aScheduleTriggerRefusesACronExpressionOfFiveParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScheduleTrigger.cron("0 4 * * *"))
                .withMessageStartingWith("Cron expression '0 4 * * *': it has 5 parts. Give second");
    }

    @Test
    void aFinishTriggerAndARetryTrigger() {
        assertThat(FinishTrigger.of(External.buildType("A")).afterFailureToo().parameters())
                .containsOnly(entry("afterSuccessfulBuildOnly", "false"), entry("dependsOn", "A"));
        assertThat(RetryTrigger.of(2, 60).parameters())
                .containsOnly(entry("retryAttempts", "2"), entry("enqueueTimeout", "60"));
    }

    @Test
    void failureConditions() {
        assertThat(MetricFailure.of("buildDuration").moreThan("600").parameters())
                .containsOnly(
                        entry("metricKey", "buildDuration"),
                        entry("moreOrLess", "more"),
                        entry("metricUnits", "metricUnitsDefault"),
                        entry("metricThreshold", "600"),
                        entry("withBuildAnchor", "false"));
        assertThat(MessageFailure.whenLogMatches("a.*b", "Oops")
                        .whenMissing()
                        .stoppingTheBuild()
                        .parameters())
                .containsOnly(
                        entry("buildFailureOnMessage.conditionType", "matches"),
                        entry("buildFailureOnMessage.messagePattern", "a.*b"),
                        entry("buildFailureOnMessage.outputText", "Oops"),
                        entry("buildFailureOnMessage.reverse", "true"),
                        entry("buildFailureOnMessage.stopBuildOnFailure", "true"));
    }

    @Test
    void buildFeatures() {
        assertThat(DockerSupport.login(External.connection("a"), External.connection("b"))
                        .removePushedImages()
                        .parameters())
                .containsOnly(
                        entry("loginCheckbox", "on"), entry("login2registry", "a,b"), entry("cleanupPushed", "true"));
        assertThat(CommitStatus.ofGitHub(TOKEN).root(ROOT).parameters())
                .containsOnly(
                        entry("publisherId", "githubStatusPublisher"),
                        entry("github_host", "https://api.github.com"),
                        entry("github_authentication_type", "token"),
                        entry("secure:github_access_token", "%token%"),
                        entry("vcsRootId", "Main"));
        assertThat(PullRequests.ofGitHub(TOKEN)
                        .ofEverybody()
                        .into("+:refs/heads/main")
                        .root(ROOT)
                        .parameters())
                .containsOnly(
                        entry("providerType", "github"),
                        entry("authenticationType", "token"),
                        entry("filterAuthorRole", "EVERYBODY"),
                        entry("secure:accessToken", "%token%"),
                        entry("filterTargetBranch", "+:refs/heads/main"),
                        entry("vcsRootId", "Main"));
        assertThat(AwsCredentials.of(External.connection("aws"))
                        .minutes(30)
                        .profile("a")
                        .parameters())
                .containsOnly(
                        entry("awsConnectionId", "aws"), entry("awsSessionDuration", "30"), entry("awsProfile", "a"));
        assertThat(ParallelTests.of(3).parameters()).containsOnly(entry("numberOfBatches", "3"));
        assertThat(Approval.of("user:jane").byWhoeverStarts().timeout(60).parameters())
                .containsOnly(
                        entry("rules", "user:jane"), entry("manualStartIsApproval", "true"), entry("timeout", "60"));
    }

    @Test
    void projectFeatures() {
        assertThat(ReportTab.ofProject("Docs", "index.html", External.buildType("A"))
                        .parameters())
                .containsOnly(
                        entry("type", "ProjectReportTab"),
                        entry("title", "Docs"),
                        entry("startPage", "index.html"),
                        entry("buildTypeId", "A"),
                        entry("revisionRuleName", "lastSuccessful"),
                        entry("revisionRuleRevision", "latest.lastSuccessful"));
        assertThat(VersionedSettings.in(ROOT)
                        .directory("ci")
                        .showChanges()
                        .currentForBuilds()
                        .parameters())
                .contains(
                        entry("settingsPath", "ci"),
                        entry("showChanges", "true"),
                        entry("buildSettings", "ALWAYS_USE_CURRENT"));
        assertThat(AwsConnection.ofKeys("aws", "AWS", "eu-west-1", "AKID", TOKEN)
                        .forSubprojects()
                        .parameters())
                .contains(
                        entry("awsCredentialsType", "awsAccessKeys"),
                        entry("awsAccessKeyId", "AKID"),
                        entry("secure:awsSecretAccessKey", "%token%"),
                        entry("awsAllowedInSubProjects", "true"));
        assertThat(AwsConnection.ofServer("aws", "AWS", "eu-west-1").parameters())
                .contains(entry("awsCredentialsType", "defaultProvider"));
        assertThat(AnyConnection.of("hub", "Docker", "Docker Hub").parameters())
                .containsOnly(entry("displayName", "Docker Hub"), entry("providerType", "Docker"));
    }

    @Test
    void aSecretIsNeverTakenAsText() {
        assertThat(Secret.token("11-22").form()).isEqualTo("credentialsJSON:11-22");
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.reference("hunter2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnyFeature.of("x").set("secure:y", "hunter2"))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("hunter2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Project.of("P").git("R", "https://x").set("secure:password", "hunter2"));
    }

    @Test
    void aFeatureOfOnesOwnTakesAnIdAndCanBeSwitchedOff() {
        Feature own = new Feature() {
            @Override
            public String type() {
                return "own";
            }

            @Override
            public Map<String, String> parameters() {
                return Map.of("a", "b");
            }
        };

        assertThat(own.id("mine").disabled())
                .returns("mine", Setting::id)
                .returns("own", Setting::type)
                .returns(false, Setting::enabled)
                .returns(Map.of("a", "b"), Setting::parameters);
    }
}
