package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import jetbrains.buildServer.serverSide.SBuild;
import org.ecsdelivery.common.settings.BuildParameter;
import org.junit.jupiter.api.Test;

class AnnouncedParametersTest {
    private final AnnouncedParameters provider = new AnnouncedParameters();
    private final SBuild anyBuild =
            (SBuild) Proxy.newProxyInstance(SBuild.class.getClassLoader(), new Class<?>[] {SBuild.class}, (p, m, a) -> {
                throw new UnsupportedOperationException(m.getName());
            });

    @Test
    void announcesWhatOurStepsSetSoThatReferencesToItLeaveAgentsCompatible() {
        assertThat(provider.getParametersAvailableOnAgent(anyBuild)).containsExactlyElementsOf(BuildParameter.ALL);
    }

    @Test
    void givesNoValues() {
        assertThat(provider.getParameters(anyBuild, true)).isEmpty();
        assertThat(provider.getParameters(anyBuild, false)).isEmpty();
    }
}
