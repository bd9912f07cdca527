package org.ecsdelivery.server.health;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.ParametersDescriptor;
import jetbrains.buildServer.serverSide.SBuildRunnerDescriptor;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.healthStatus.HealthStatusItem;
import jetbrains.buildServer.serverSide.healthStatus.HealthStatusItemConsumer;
import jetbrains.buildServer.serverSide.healthStatus.HealthStatusReport;
import jetbrains.buildServer.serverSide.healthStatus.HealthStatusScope;
import jetbrains.buildServer.serverSide.healthStatus.ItemCategory;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;
import org.ecsdelivery.common.settings.EnvFileFeature;

/** Tells in TeamCity's health report which settings of our steps and features are risky; reads settings only. */
public final class RiskyConfigurations extends HealthStatusReport {
    static final String TYPE = "ecsDeliveryRiskyConfigurations";

    static final ItemCategory CATEGORY = new ItemCategory(
            TYPE,
            "Risky ECS delivery settings",
            ItemSeverity.WARN,
            "Settings of the plugin ECS Delivery that make deployments unpredictable or secrets readable",
            null);

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public String getDisplayName() {
        return "Risky settings of image, deploy and task steps and of env files";
    }

    @Override
    public Collection<ItemCategory> getCategories() {
        return List.of(CATEGORY);
    }

    @Override
    public boolean canReportItemsFor(HealthStatusScope scope) {
        return scope.isItemWithSeverityAccepted(ItemSeverity.WARN)
                || scope.isItemWithSeverityAccepted(ItemSeverity.INFO);
    }

    @Override
    public void report(HealthStatusScope scope, HealthStatusItemConsumer consumer) {
        for (SBuildType buildType : scope.getBuildTypes()) {
            if (hasOurs(buildType)) {
                look(scope, consumer, buildType, Surroundings.of(buildType));
            }
        }
    }

    /** Spares the policies of all projects where there is nothing to look at. */
    private static boolean hasOurs(SBuildType buildType) {
        return buildType.getBuildRunners().stream().anyMatch(step -> RiskRules.lookAt(step.getType()))
                || !buildType.getBuildFeaturesOfType(EnvFileFeature.TYPE).isEmpty();
    }

    private static void look(
            HealthStatusScope scope, HealthStatusItemConsumer consumer, SBuildType buildType, Surroundings around) {
        for (SBuildRunnerDescriptor step : buildType.getBuildRunners()) {
            if (RiskRules.lookAt(step.getType())) {
                Map<String, Object> place = Map.of("place", place(step), "stepId", step.getId());
                look(scope, consumer, buildType, step, around, place);
            }
        }
        Map<String, Object> feature = Map.of("place", "Build feature Env File");
        buildType
                .getBuildFeaturesOfType(EnvFileFeature.TYPE)
                .forEach(each -> look(scope, consumer, buildType, each, around, feature));
        // once for all features: the files are those of the checkout
        buildType.getBuildFeaturesOfType(EnvFileFeature.TYPE).stream()
                .filter(each -> buildType.isEnabled(each.getId()))
                .findFirst()
                .ifPresent(each ->
                        tell(scope, consumer, buildType, each, CommittedEnvFiles.risk(buildType).stream(), feature));
    }

    private static void look(
            HealthStatusScope scope,
            HealthStatusItemConsumer consumer,
            SBuildType buildType,
            ParametersDescriptor settings,
            Surroundings around,
            Map<String, Object> place) {
        if (!buildType.isEnabled(settings.getId())) {
            return;
        }
        tell(
                scope,
                consumer,
                buildType,
                settings,
                RiskRules.in(settings.getType(), settings.getParameters(), around),
                place);
    }

    private static void tell(
            HealthStatusScope scope,
            HealthStatusItemConsumer consumer,
            SBuildType buildType,
            ParametersDescriptor settings,
            Stream<Risk> risks,
            Map<String, Object> place) {
        risks.filter(risk -> scope.isItemWithSeverityAccepted(risk.severity()))
                .forEach(risk -> consumer.consumeForBuildType(buildType, item(buildType, settings, risk, place)));
    }

    private static HealthStatusItem item(
            SBuildType buildType, ParametersDescriptor settings, Risk risk, Map<String, Object> place) {
        Map<String, Object> shown = new HashMap<>(risk.shown());
        shown.putAll(place);
        shown.put("buildType", buildType);
        // the text makes two findings of one field two items, and a repeated scan find the same ones
        String identity = String.join(
                "_",
                TYPE,
                buildType.getInternalId(),
                settings.getId(),
                risk.field().name(),
                Integer.toHexString(risk.what().hashCode()));
        return new HealthStatusItem(identity, CATEGORY, risk.severity(), shown);
    }

    private static String place(SBuildRunnerDescriptor step) {
        return step.getName().isBlank() ? "Step " + step.getRunType().getDisplayName() : "Step " + step.getName();
    }
}
