package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.ServerPaths;
import jetbrains.buildServer.serverSide.TeamCityNodes;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.serverSide.parameters.BuildParametersProvider;
import jetbrains.buildServer.serverSide.parameters.types.PasswordsProvider;
import jetbrains.buildServer.web.openapi.PageExtension;
import jetbrains.buildServer.web.openapi.PagePlace;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericXmlApplicationContext;

/** Loads the plugin's context file as TeamCity does, over beans of the server. */
class SpringContextTest {
    @TempDir
    Path directory;

    private final ServerHalf server = new ServerHalf();
    private final List<String> tabs = new ArrayList<>();
    private final WebControllerManager pages = mock(WebControllerManager.class);

    @BeforeEach
    void thePlacesOnTheServersPages() {
        when(pages.getPlaceById(any())).thenAnswer(asked -> {
            PagePlace place = mock(PagePlace.class);
            doAnswer(call -> tabs.add(call.<PageExtension>getArgument(0).getPluginName()))
                    .when(place)
                    .addExtension(any(PageExtension.class));
            when(place.removeExtension(any()))
                    .thenAnswer(call -> tabs.remove(call.<PageExtension>getArgument(0).getPluginName()));
            return place;
        });
    }

    @Test
    void registersEveryStepWhenThePluginIsLoaded() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.isActive()).isTrue();
            assertThat(server.registered())
                    .containsOnlyKeys(
                            RunTypeId.IMAGE, RunTypeId.DEPLOY, RunTypeId.TASK, RunTypeId.COVERAGE, RunTypeId.DOCTOR);
        }
    }

    @Test
    void takesTheStepsBackWhenThePluginIsUnloaded() {
        load().close();
        assertThat(server.registered()).isEmpty();
    }

    @Test
    void offersTheAnnouncedParametersAsAnExtension() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.getBeansOfType(BuildParametersProvider.class).values())
                    .singleElement()
                    .isInstanceOf(AnnouncedParameters.class);
        }
    }

    @Test
    void offersTheEnvFileFeature() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.getBeansOfType(BuildFeature.class).values())
                    .extracting(BuildFeature::getType)
                    .containsExactly(EnvFileFeature.TYPE);
        }
    }

    @Test
    void handsTheKeyOverWhereItIsNamedAsAPassword() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.getBeansOfType(PasswordsProvider.class).values())
                    .singleElement()
                    .isInstanceOf(BuildStartContextProcessor.class);
        }
    }

    @Test
    void addsTheTabsOnce() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.isActive()).isTrue();
            assertThat(tabs).containsExactlyInAnyOrder("ecsDeliveryDeployment", "ecsDeliveryHistory");
        }
    }

    @Test
    void leavesNoTabAndNoThreadWhenThePluginIsUnloaded() {
        load().close();

        assertThat(tabs).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("ECS Delivery"));
    }

    @Test
    void answersAtItsAddresses() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.isActive()).isTrue();
            verify(pages).registerController(eq("/ecsDelivery/deployments.html"), any());
            verify(pages).registerController(eq("/ecsDelivery/answer.html"), any());
        }
    }

    private GenericXmlApplicationContext load() {
        GenericXmlApplicationContext context = new GenericXmlApplicationContext();
        context.registerBean(RunTypeRegistry.class, server::registry);
        context.registerBean(PluginDescriptor.class, server::plugin);
        context.registerBean(SBuildServer.class, () -> mock(SBuildServer.class));
        context.registerBean(ProjectManager.class, () -> mock(ProjectManager.class));
        context.registerBean(SecurityContext.class, () -> mock(SecurityContext.class));
        context.registerBean(TeamCityNodes.class, () -> mock(TeamCityNodes.class));
        context.registerBean(ServerPaths.class, () -> new ServerPaths(directory.toFile()));
        context.registerBean(WebControllerManager.class, () -> pages);
        context.load("META-INF/build-server-plugin-ecs-delivery.xml");
        context.refresh();
        return context;
    }
}
