package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jetbrains.buildServer.ServiceLocator;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.ProjectManager;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.ServerPaths;
import jetbrains.buildServer.serverSide.TeamCityNodes;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.serverSide.buildDistribution.StartBuildPrecondition;
import jetbrains.buildServer.serverSide.executors.ExecutorServices;
import jetbrains.buildServer.serverSide.healthStatus.HealthStatusReport;
import jetbrains.buildServer.serverSide.parameters.BuildParametersProvider;
import jetbrains.buildServer.serverSide.parameters.types.PasswordsProvider;
import jetbrains.buildServer.web.openapi.PageExtension;
import jetbrains.buildServer.web.openapi.PlaceId;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import jetbrains.buildServer.web.openapi.WebControllerManager;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.sandbox.teamcity.pages.RegisteredPages;
import org.ecsdelivery.server.access.AccessController;
import org.ecsdelivery.server.access.ConnectionHandover;
import org.ecsdelivery.server.policy.OneDeployment;
import org.ecsdelivery.server.policy.PolicyAtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericXmlApplicationContext;

/** Loads the plugin's context file as TeamCity does, over beans of the server. */
class SpringContextTest {
    @TempDir
    Path directory;

    private final ServerHalf server = new ServerHalf();
    private final RegisteredPages pages = new RegisteredPages();

    @Test
    void registersEveryStepWhenThePluginIsLoaded() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.isActive()).isTrue();
            assertThat(server.registered())
                    .containsOnlyKeys(
                            RunTypeId.IMAGE,
                            RunTypeId.DEPLOY,
                            RunTypeId.TASK,
                            RunTypeId.COVERAGE,
                            RunTypeId.DOCTOR,
                            RunTypeId.SETUP);
        }
    }

    @Test
    void hasTheIconOfEveryStep() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.getBeansOfType(StepRunType.class).values())
                    .isNotEmpty()
                    .extracting(StepRunType::getIconUrl)
                    .allSatisfy(address -> assertThat(ServerHalf.class.getResource(
                                    "/buildServerResources/" + address.substring(ServerHalf.RESOURCES.length())))
                            .as(address)
                            .isNotNull());
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
            assertThat(tabs()).containsExactly("ecsDeliveryDeployment", "ecsDeliveryHistory", "ecsDeliveryPolicies");
        }
    }

    @Test
    void leavesNoTabAndNoThreadWhenThePluginIsUnloaded() {
        load().close();

        assertThat(tabs()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("ECS Delivery"));
    }

    @Test
    void answersAtItsAddresses() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.isActive()).isTrue();
            assertThat(pages.controller("/ecsDelivery/deployments.html")).isPresent();
            assertThat(pages.controller("/ecsDelivery/answer.html")).isPresent();
            assertThat(pages.controller(AccessController.PATH)).isPresent();
            assertThat(pages.controller("/admin/ecsDeliveryPolicies.html")).isPresent();
        }
    }

    @Test
    void handsCredentialsOverWhenABuildStarts() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.getBeansOfType(BuildStartContextProcessor.class).values())
                    .anyMatch(ConnectionHandover.class::isInstance);
        }
    }

    private List<String> tabs() {
        return Stream.of(PlaceId.BUILD_RESULTS_TAB, PlaceId.PROJECT_TAB, PlaceId.EDIT_PROJECT_PAGE_TAB)
                .flatMap(place -> pages.getPlaceById(place).getRegisteredExtensions().stream())
                .map(PageExtension::getPluginName)
                .toList();
    }

    @Test
    void holdsBuildsToPoliciesInTheQueueAndWhenTheyStart() {
        try (GenericXmlApplicationContext context = load()) {
            assertThat(context.getBeansOfType(StartBuildPrecondition.class).values())
                    .singleElement()
                    .isInstanceOf(OneDeployment.class);
            assertThat(context.getBeansOfType(BuildStartContextProcessor.class).values())
                    .hasAtLeastOneElementOfType(PolicyAtStart.class);
        }
    }

    @Test
    void reportsRisksAndShowsThemUntilThePluginIsUnloaded() {
        try (GenericXmlApplicationContext context = load()) {
            HealthStatusReport report = context.getBean(HealthStatusReport.class);
            assertThat(pages.getPlaceById(PlaceId.HEALTH_STATUS_ITEM).getRegisteredExtensions())
                    .singleElement()
                    .satisfies(page -> assertThat(page.getPluginName()).isEqualTo(report.getType()));
        }
        assertThat(pages.getPlaceById(PlaceId.HEALTH_STATUS_ITEM).getRegisteredExtensions())
                .isEmpty();
    }

    private GenericXmlApplicationContext load() {
        GenericXmlApplicationContext context = new GenericXmlApplicationContext();
        context.registerBean(RunTypeRegistry.class, server::registry);
        context.registerBean(PluginDescriptor.class, server::plugin);
        context.registerBean(ServiceLocator.class, () -> mock(ServiceLocator.class));
        context.registerBean(SBuildServer.class, () -> mock(SBuildServer.class));
        context.registerBean(ProjectManager.class, () -> mock(ProjectManager.class));
        context.registerBean(SecurityContext.class, () -> mock(SecurityContext.class));
        context.registerBean(TeamCityNodes.class, () -> mock(TeamCityNodes.class));
        context.registerBean(ServerPaths.class, () -> new ServerPaths(directory.toFile()));
        context.registerBean(WebControllerManager.class, () -> pages);
        context.registerBean(ExecutorServices.class, () -> mock(ExecutorServices.class));
        context.load("META-INF/build-server-plugin-ecs-delivery.xml");
        context.refresh();
        return context;
    }
}
