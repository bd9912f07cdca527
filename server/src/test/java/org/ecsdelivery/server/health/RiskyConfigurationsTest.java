package org.ecsdelivery.server.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jetbrains.buildServer.parameters.ProcessingResult;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.serverSide.CustomDataStorage;
import jetbrains.buildServer.serverSide.RunType;
import jetbrains.buildServer.serverSide.SBuildFeatureDescriptor;
import jetbrains.buildServer.serverSide.SBuildRunnerDescriptor;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;
import jetbrains.buildServer.serverSide.healthStatus.HealthStatusItem;
import jetbrains.buildServer.serverSide.healthStatus.HealthStatusScope;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;
import jetbrains.buildServer.util.Option;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.Test;

class RiskyConfigurationsTest {
    private static final Map<String, String> RISKY = Map.of(
            "deploy.cluster", "prod",
            "deploy.service", "shop",
            "deploy.image", "shop:latest",
            "deploy.finishLevel", "LIVE",
            "deploy.environment", "A_TOKEN=hunter2canary\nB_TOKEN=hunter2canary");

    private final RiskyConfigurations report = new RiskyConfigurations();
    private final List<SBuildType> consumedFor = new ArrayList<>();

    @Test
    void tellsEachRiskOfAStepAsAnItemOfItsConfiguration() {
        SBuildType shop = configuration("Shop", RISKY);

        assertThat(items(Set.of(ItemSeverity.values()), shop))
                .hasSize(4)
                .extracting(HealthStatusItem::getIdentity)
                .doesNotHaveDuplicates();
        assertThat(consumedFor).containsOnly(shop);
    }

    @Test
    void findsTheSameItemsInEveryScanSoThatHiddenOnesStayHidden() {
        SBuildType shop = configuration("Shop", RISKY);

        assertThat(items(Set.of(ItemSeverity.WARN), shop))
                .extracting(HealthStatusItem::getIdentity)
                .containsExactlyElementsOf(items(Set.of(ItemSeverity.WARN), shop).stream()
                        .map(HealthStatusItem::getIdentity)
                        .toList());
    }

    @Test
    void saysWhereTheSettingIs() {
        SBuildType shop = configuration("Shop", RISKY);

        assertThat(items(Set.of(ItemSeverity.WARN), shop))
                .allSatisfy(item -> assertThat(item.getAdditionalData())
                        .containsEntry("place", "Step Deploy to ECS")
                        .containsEntry("stepId", "RUNNER_1")
                        .containsEntry("buildType", shop)
                        .containsKeys("what", "why", "remedy", "field"));
    }

    @Test
    void leavesOutWhatMattersLessThanAskedFor() {
        assertThat(items(Set.of(ItemSeverity.WARN), configuration("Shop", RISKY)))
                .hasSize(3)
                .extracting(HealthStatusItem::getSeverity)
                .containsOnly(ItemSeverity.WARN);
        assertThat(items(Set.of(ItemSeverity.INFO), configuration("Shop", RISKY)))
                .hasSize(1);
    }

    @Test
    void looksAtEnvFilesToo() {
        SBuildType shop = configuration("Shop", Map.of());
        SBuildFeatureDescriptor feature = mock(SBuildFeatureDescriptor.class);
        when(feature.getId()).thenReturn("BUILD_EXT_1");
        when(feature.getType()).thenReturn(EnvFileFeature.TYPE);
        when(feature.getParameters()).thenReturn(Map.of("envFile.values", "API_KEY=hunter2canary"));
        when(shop.getBuildFeaturesOfType(EnvFileFeature.TYPE)).thenReturn(List.of(feature));

        assertThat(items(Set.of(ItemSeverity.WARN), shop))
                .singleElement()
                .satisfies(item -> assertThat(item.getAdditionalData())
                        .containsEntry("place", "Build feature Env File")
                        .doesNotContainKey("stepId"));
    }

    @Test
    void tellsOfCommittedEnvFilesOnceForAllFeaturesOfTheConfiguration() {
        SBuildType shop = configuration("Shop", Map.of());
        CustomDataStorage storage = shop.getCustomDataStorage("");
        when(storage.getValues()).thenReturn(Map.of("files", "deploy/.env"));
        SBuildFeatureDescriptor one = envFile("BUILD_EXT_1");
        SBuildFeatureDescriptor two = envFile("BUILD_EXT_2");
        when(shop.getBuildFeaturesOfType(EnvFileFeature.TYPE)).thenReturn(List.of(one, two));

        assertThat(items(Set.of(ItemSeverity.WARN), shop))
                .singleElement()
                .satisfies(item -> assertThat((String) item.getAdditionalData().get("what"))
                        .contains("deploy/.env"));
    }

    private static SBuildFeatureDescriptor envFile(String id) {
        SBuildFeatureDescriptor feature = mock(SBuildFeatureDescriptor.class);
        when(feature.getId()).thenReturn(id);
        when(feature.getType()).thenReturn(EnvFileFeature.TYPE);
        when(feature.getParameters()).thenReturn(Map.of());
        return feature;
    }

    @Test
    void leavesOutStepsThatAreSwitchedOff() {
        SBuildType shop = configuration("Shop", RISKY);
        when(shop.isEnabled("RUNNER_1")).thenReturn(false);

        assertThat(items(Set.of(ItemSeverity.values()), shop)).isEmpty();
    }

    @Test
    void asksWhatTheConfigurationAllows() {
        SBuildType shop = configuration("Shop", RISKY);
        when(shop.getOption(any()))
                .thenAnswer(asked -> asked.<Option<?>>getArgument(0).getKey().equals("executionTimeoutMin")
                        ? (Object) 20
                        : (Object) true);

        assertThat(items(Set.of(ItemSeverity.values()), shop))
                .extracting(item -> (String) item.getAdditionalData().get("what"))
                .hasSize(6)
                .anyMatch(what -> what.contains("personal build"))
                .anyMatch(what -> what.contains("stops the build after 20"));
    }

    @Test
    void protectsWhatThePoliciesOfTheProjectProtect() {
        SBuildType shop = configuration(
                "Shop", Map.of("deploy.cluster", "billing", "deploy.service", "shop", "deploy.image", "shop:latest"));
        assertThat(items(Set.of(ItemSeverity.WARN), shop)).isEmpty();
        SProjectFeatureDescriptor policy = mock(SProjectFeatureDescriptor.class);
        when(policy.getId()).thenReturn("PROJECT_EXT_1");
        when(policy.getParameters()).thenReturn(Map.of("policy.environments", "billing"));
        SProject project = shop.getProject();
        when(project.getFullName()).thenReturn("Shop");
        when(project.getOwnFeaturesOfType(PolicyParameters.TYPE)).thenReturn(List.of(policy));

        assertThat(items(Set.of(ItemSeverity.WARN), shop)).hasSize(1);
    }

    @Test
    void readsNoPoliciesForConfigurationsWithoutOurSteps() {
        SBuildType other = mock(SBuildType.class);

        assertThat(items(Set.of(ItemSeverity.values()), other)).isEmpty();
        verify(other, never()).getProject();
    }

    @Test
    void neverCarriesTheValueOfASecret() {
        assertThat(items(Set.of(ItemSeverity.values()), configuration("Shop", RISKY)))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.getIdentity() + item.getAdditionalData())
                        .doesNotContain("hunter2canary"));
    }

    @Test
    void isNotAskedWhereOnlyErrorsCount() {
        assertThat(report.canReportItemsFor(scope(Set.of(ItemSeverity.ERROR)))).isFalse();
        assertThat(report.canReportItemsFor(scope(Set.of(ItemSeverity.INFO)))).isTrue();
    }

    private List<HealthStatusItem> items(Set<ItemSeverity> accepted, SBuildType... buildTypes) {
        List<HealthStatusItem> items = new ArrayList<>();
        report.report(scope(accepted, buildTypes), (buildType, item) -> {
            consumedFor.add(buildType);
            items.add(item);
        });
        return items;
    }

    private static HealthStatusScope scope(Set<ItemSeverity> accepted, SBuildType... buildTypes) {
        return new HealthStatusScope() {
            @Override
            public List<SBuildType> getBuildTypes() {
                return List.of(buildTypes);
            }

            @Override
            public boolean isItemWithSeverityAccepted(ItemSeverity severity) {
                return accepted.contains(severity);
            }
        };
    }

    private static SBuildType configuration(String id, Map<String, String> settings) {
        RunType runType = mock(RunType.class);
        when(runType.getDisplayName()).thenReturn("Deploy to ECS");
        SBuildRunnerDescriptor step = mock(SBuildRunnerDescriptor.class);
        when(step.getId()).thenReturn("RUNNER_1");
        when(step.getType()).thenReturn(RunTypeId.DEPLOY);
        when(step.getName()).thenReturn("");
        when(step.getRunType()).thenReturn(runType);
        when(step.getParameters()).thenReturn(settings);
        SBuildType buildType = mock(SBuildType.class);
        when(buildType.getInternalId()).thenReturn("bt1");
        when(buildType.getExternalId()).thenReturn(id);
        when(buildType.getConfigParameters()).thenReturn(Map.of());
        when(buildType.getBuildRunners()).thenReturn(List.of(step));
        when(buildType.isEnabled(anyString())).thenReturn(true);
        ValueResolver resolver = mock(ValueResolver.class);
        when(resolver.resolve(anyString())).thenAnswer(asked -> {
            ProcessingResult result = mock(ProcessingResult.class);
            when(result.getResult()).thenReturn(asked.getArgument(0));
            return result;
        });
        when(buildType.getValueResolver()).thenReturn(resolver);
        CustomDataStorage storage = mock(CustomDataStorage.class);
        when(buildType.getCustomDataStorage(anyString())).thenReturn(storage);
        SProject project = mock(SProject.class);
        when(project.getProjectPath()).thenReturn(List.of(project));
        when(buildType.getProject()).thenReturn(project);
        return buildType;
    }
}
