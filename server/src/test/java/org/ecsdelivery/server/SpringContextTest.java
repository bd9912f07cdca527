package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;

import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.RunTypeRegistry;
import jetbrains.buildServer.serverSide.parameters.BuildParametersProvider;
import jetbrains.buildServer.serverSide.parameters.types.PasswordsProvider;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericXmlApplicationContext;

/** Loads the plugin's context file as TeamCity does, over beans of the server. */
class SpringContextTest {
    private final ServerHalf server = new ServerHalf();

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

    private GenericXmlApplicationContext load() {
        GenericXmlApplicationContext context = new GenericXmlApplicationContext();
        context.registerBean(RunTypeRegistry.class, server::registry);
        context.registerBean(PluginDescriptor.class, server::plugin);
        context.load("META-INF/build-server-plugin-ecs-delivery.xml");
        context.refresh();
        return context;
    }
}
