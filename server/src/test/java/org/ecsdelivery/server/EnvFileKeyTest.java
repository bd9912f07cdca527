package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jetbrains.buildServer.serverSide.SBuildType;
import org.junit.jupiter.api.Test;

class EnvFileKeyTest {
    private final StorageThatRemembers storage = new StorageThatRemembers();
    private final SBuildType configuration = with(storage);

    @Test
    void isMadeOnceOf32BytesAndKeptAtOnce() {
        String key = EnvFileKey.makeFor(configuration);

        assertThat(key).matches("[0-9a-f]{64}").isEqualTo(EnvFileKey.makeFor(configuration));
        assertThat(storage.flushed()).isEqualTo(1);
        assertThat(EnvFileKey.of(configuration)).contains(key);
    }

    @Test
    void isNoneBeforeABuildHasNeededIt() {
        assertThat(EnvFileKey.of(configuration)).isEmpty();
        assertThat(storage.getValues()).isEmpty();
    }

    @Test
    void differsFromConfigurationToConfiguration() {
        assertThat(EnvFileKey.makeFor(configuration))
                .isNotEqualTo(EnvFileKey.makeFor(with(new StorageThatRemembers())));
    }

    @Test
    void isMadeAnewWhereSomethingElseWasKept() {
        storage.putValue("key", "short");

        assertThat(EnvFileKey.of(configuration)).isEmpty();
        assertThat(EnvFileKey.makeFor(configuration)).matches("[0-9a-f]{64}");
    }

    @Test
    void isTheSameForBuildsThatStartAtOnce() throws Exception {
        ExecutorService builds = Executors.newFixedThreadPool(8);
        try {
            Callable<String> build = () -> EnvFileKey.makeFor(configuration);
            List<Future<String>> keys = builds.invokeAll(Collections.nCopies(64, build));

            for (Future<String> key : keys) {
                assertThat(key.get()).isEqualTo(keys.get(0).get());
            }
            assertThat(storage.flushed()).isEqualTo(1);
        } finally {
            builds.shutdownNow();
        }
    }

    private static SBuildType with(StorageThatRemembers storage) {
        SBuildType configuration = mock(SBuildType.class);
        when(configuration.getCustomDataStorage(anyString())).thenReturn(storage);
        return configuration;
    }
}
