package org.ecsdelivery.server.policy;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import jetbrains.buildServer.groups.UserGroup;
import jetbrains.buildServer.parameters.ParametersProvider;
import jetbrains.buildServer.parameters.ProcessingResult;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.BuildPromotion;
import jetbrains.buildServer.serverSide.SBuildRunnerDescriptor;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.serverSide.SProjectFeatureDescriptor;
import jetbrains.buildServer.serverSide.SQueuedBuild;
import jetbrains.buildServer.serverSide.SRunnerContext;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.serverSide.TriggeredBy;
import jetbrains.buildServer.serverSide.buildDistribution.BuildPromotionInfo;
import jetbrains.buildServer.serverSide.buildDistribution.QueuedBuildInfo;
import jetbrains.buildServer.serverSide.executors.ExecutorServices;
import jetbrains.buildServer.users.SUser;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.common.settings.RunTypeId;

/** A server with two projects, one in the other, and builds of the inner one. */
final class PolicyScene {
    final List<SRunningBuild> running = new ArrayList<>();
    private final List<SProjectFeatureDescriptor> rootPolicies = new ArrayList<>();
    private final List<SProjectFeatureDescriptor> shopPolicies = new ArrayList<>();
    private final SProject shop = mock(SProject.class);

    PolicyScene() {
        SProject root = mock(SProject.class);
        when(root.getFullName()).thenReturn("<Root project>");
        when(root.getOwnFeaturesOfType(PolicyParameters.TYPE)).thenReturn(rootPolicies);
        when(root.getProjectId()).thenReturn("project1");
        when(shop.getProjectId()).thenReturn("project2");
        when(shop.getExternalId()).thenReturn("Shop");
        when(shop.getFullName()).thenReturn("Shop");
        when(shop.getOwnFeaturesOfType(PolicyParameters.TYPE)).thenReturn(shopPolicies);
        when(shop.getProjectPath()).thenReturn(List.of(root, shop));
    }

    PolicyScene atRoot(String... given) {
        rootPolicies.add(feature("PROJECT_EXT_1", given));
        return this;
    }

    PolicyScene inShop(String... given) {
        shopPolicies.add(feature("PROJECT_EXT_" + (shopPolicies.size() + 5), given));
        return this;
    }

    SProject shop() {
        return shop;
    }

    Rivals rivals() {
        SBuildServer server = mock(SBuildServer.class);
        when(server.getRunningBuilds()).thenAnswer(call -> List.copyOf(running));
        return new Rivals(server);
    }

    /** Does at once what is to be done later. */
    static ExecutorServices threads() {
        ScheduledExecutorService now = mock(ScheduledExecutorService.class);
        doAnswer(call -> {
                    call.getArgument(0, Runnable.class).run();
                    return null;
                })
                .when(now)
                .execute(any());
        return () -> now;
    }

    /** Returns the configuration of builds that deploy. */
    SBuildType configuration(Map<String, String> parameters, String... step) {
        SBuildType configuration = mock(SBuildType.class);
        SBuildRunnerDescriptor descriptor = mock(SBuildRunnerDescriptor.class);
        when(descriptor.getId()).thenReturn("RUNNER_1");
        when(descriptor.getType()).thenReturn(RunTypeId.DEPLOY);
        when(descriptor.getParameters()).thenReturn(map(step));
        when(configuration.getProject()).thenReturn(shop);
        when(configuration.getBuildRunners()).thenReturn(List.of(descriptor));
        when(configuration.isEnabled("RUNNER_1")).thenReturn(true);
        ParametersProvider provider = mock(ParametersProvider.class);
        when(provider.get(anyString())).thenAnswer(call -> parameters.get(call.<String>getArgument(0)));
        when(configuration.getParametersProvider()).thenReturn(provider);
        return configuration;
    }

    /** Returns a build that has begun. */
    static SRunningBuild build(long id, SBuildType configuration, Map<String, String> parameters) {
        SRunningBuild build = mock(SRunningBuild.class);
        when(build.getBuildId()).thenReturn(id);
        when(build.getBuildNumber()).thenReturn(Long.toString(id));
        when(build.getFullName()).thenReturn("Shop :: Deliver");
        when(build.getStartDate()).thenReturn(new Date(id * 1000));
        when(build.getBuildType()).thenReturn(configuration);
        TriggeredBy trigger = mock(TriggeredBy.class);
        when(build.getTriggeredBy()).thenReturn(trigger);
        ValueResolver resolver = mock(ValueResolver.class);
        when(resolver.resolve(anyString())).thenAnswer(call -> resolved(parameters, call.getArgument(0)));
        when(build.getValueResolver()).thenReturn(resolver);
        return build;
    }

    private static ProcessingResult resolved(Map<String, String> parameters, String text) {
        String put = text;
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            put = put.replace("%" + each.getKey() + "%", each.getValue());
        }
        ProcessingResult result = mock(ProcessingResult.class);
        when(result.getResult()).thenReturn(put);
        return result;
    }

    /** Returns a build that waits. */
    static QueuedBuildInfo queued(long id, SBuildType configuration, Map<String, String> given) {
        BuildPromotionInfo info = mock(BuildPromotionInfo.class, withSettings().extraInterfaces(BuildPromotion.class));
        BuildPromotion promotion = (BuildPromotion) info;
        SQueuedBuild queued = mock(SQueuedBuild.class);
        TriggeredBy trigger = mock(TriggeredBy.class);
        when(queued.getTriggeredBy()).thenReturn(trigger);
        when(promotion.getId()).thenReturn(id);
        when(promotion.getBuildType()).thenReturn(configuration);
        when(promotion.getCustomParameters()).thenReturn(given);
        when(promotion.getQueuedBuild()).thenReturn(queued);
        QueuedBuildInfo asked = mock(QueuedBuildInfo.class);
        when(asked.getBuildPromotionInfo()).thenReturn(info);
        return asked;
    }

    static void on(SRunningBuild build, String name, boolean isDefault) {
        Branch branch = mock(Branch.class);
        when(branch.getName()).thenReturn(isDefault ? Branch.DEFAULT_BRANCH_NAME : name);
        when(branch.getDisplayName()).thenReturn(name);
        when(branch.isDefaultBranch()).thenReturn(isDefault);
        when(build.getBranch()).thenReturn(branch);
    }

    static SUser user(String name, String... groups) {
        SUser user = mock(SUser.class);
        when(user.getUsername()).thenReturn(name);
        List<UserGroup> all = new ArrayList<>();
        for (String key : groups) {
            all.add(() -> key);
        }
        when(user.getAllUserGroups()).thenReturn(all);
        return user;
    }

    /** A step that a build is about to run, and what it is told. */
    static final class Step {
        final SRunnerContext context = mock(SRunnerContext.class);
        final Map<String, String> told = new HashMap<>();

        Step(String type, String... given) {
            when(context.getType()).thenReturn(type);
            when(context.isEnabled()).thenReturn(true);
            when(context.getParameters()).thenReturn(map(given));
            doAnswer(call -> told.put(call.getArgument(0), call.getArgument(1)))
                    .when(context)
                    .addRunnerParameter(anyString(), anyString());
        }

        Optional<String> told(String name) {
            return Optional.ofNullable(told.get(name));
        }
    }

    private static SProjectFeatureDescriptor feature(String id, String... given) {
        SProjectFeatureDescriptor feature = mock(SProjectFeatureDescriptor.class);
        when(feature.getId()).thenReturn(id);
        when(feature.getParameters()).thenReturn(map(given));
        return feature;
    }

    static Map<String, String> map(String... given) {
        Map<String, String> map = new HashMap<>();
        for (int at = 0; at < given.length; at += 2) {
            map.put(given[at], given[at + 1]);
        }
        return map;
    }
}
