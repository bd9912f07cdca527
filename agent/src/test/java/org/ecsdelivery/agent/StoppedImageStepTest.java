package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.image.ImageEngine;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.InMemoryImageEngine;
import org.ecsdelivery.engine.image.PushRefused;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.image.Repositories;
import org.ecsdelivery.engine.scan.ScanState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An image step that is stopped while something it waits for never ends, at every moment of its life. */
@Timeout(60)
class StoppedImageStepTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String SHOP = BuildOnTest.HOST + "/team/shop";

    /** When the step is stopped: in which call, at which time, and what it says of it. */
    private enum Moment {
        CREDENTIALS("open", 1, "opened the way to AWS. Nothing was pushed."),
        ENGINE("describe", 1, "looked at Docker and the registries. Nothing was pushed."),
        BUILDER("builder", 1, "looked at Docker and the registries. Nothing was pushed."),
        TOKEN("authorize", 1, "looked at Docker and the registries. Nothing was pushed."),
        REPOSITORY("create", 1, "looked at Docker and the registries. Nothing was pushed."),
        LOGIN("logIn", 1, "looked at Docker and the registries. Nothing was pushed."),
        BUILD(
                "build",
                1,
                "built the image. Nothing was pushed. Created, and still there: " + SHOP
                        + ". Layers that were finished may stay on the Docker Engine as its cache."),
        INSPECTION("details", 1, "looked at the image. Nothing was pushed."),
        LOOK("held", 1, "prepared the push. Nothing was pushed."),
        NAME("tag", 1, "pushed " + SHOP + ":1.4.2, of which layers may be in the registry"),
        PUSH(
                "push",
                1,
                "pushed " + SHOP
                        + ":1.4.2, of which layers may be in the registry, at worst with the tag. Nothing was pushed."),
        SECOND_PUSH(
                "push",
                2,
                "pushed " + SHOP
                        + ":latest, of which layers may be in the registry, at worst with the tag. In the registry: "
                        + SHOP + ":1.4.2."),
        RETRY("pause", 1, "waited to push " + SHOP + ":1.4.2 again. Nothing was pushed."),
        SCAN("pause", 1, "waited for the vulnerability scan. In the registry: " + SHOP + ":1.4.2."),
        CLEAN_UP(
                "remove",
                1,
                "cleaned up on the Docker Engine. In the registry: " + SHOP + ":1.4.2, " + SHOP + ":latest.");

        private final String call;
        private final int time;
        private final String says;

        Moment(String call, int time, String says) {
            this.call = call;
            this.time = time;
            this.says = says;
        }

        boolean hasMadeAnImage() {
            return compareTo(BUILD) > 0;
        }
    }

    @TempDir
    Path directory;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Thread> hanging = new CopyOnWriteArrayList<>();
    private final AtomicInteger times = new AtomicInteger();
    private BuildOnTest build;
    private InMemoryImageEngine engine;
    /** Nothing can interrupt a thread that reads from a disk that hangs. */
    private boolean deaf;

    private Moment moment = Moment.CREDENTIALS;

    @BeforeEach
    void prepare() throws IOException {
        build = new BuildOnTest(directory);
        Files.createDirectory(directory.resolve("temp"));
        engine = (InMemoryImageEngine) build.outside.docker;
        build.outside.docker = hanging(ImageEngine.class, build.outside.docker);
        ImageRegistry registry = hanging(ImageRegistry.class, build.registry);
        build.outside.registries = new Registries() {
            @Override
            public ImageRegistry own() {
                return registry;
            }

            @Override
            public Optional<ImageRegistry> at(RegistryHost host) {
                return Optional.empty();
            }
        };
        build.parameters.put("image.repository", "team/shop");
        build.parameters.put("image.tags", "1.4.2 latest");
        build.parameters.put("image.dockerfileText", "FROM scratch");
        build.parameters.put("image.cleanUp", "REMOVE");
    }

    @AfterEach
    void letGo() throws InterruptedException {
        never.countDown();
        // what was left alone may still write to the directory that goes now
        for (Thread thread : hanging) {
            thread.join(10_000);
        }
    }

    private <T> T hanging(Class<T> port, Object real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            hangIn(method.getName());
            try {
                Object result = method.invoke(real, arguments);
                return result instanceof Optional<?> found && found.orElse(null) instanceof Repositories repositories
                        ? Optional.of(hanging(Repositories.class, repositories))
                        : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private void hangIn(String call) {
        if (!call.equals(moment.call) || times.incrementAndGet() != moment.time) {
            return;
        }
        hanging.add(Thread.currentThread());
        reached.countDown();
        while (true) {
            try {
                never.await();
                return;
            } catch (InterruptedException stopped) {
                if (!deaf) {
                    Thread.currentThread().interrupt();
                    throw new Cancelled("the build was interrupted");
                }
            }
        }
    }

    private Wiring wiring() {
        return new Wiring(
                build.time,
                duration -> {
                    hangIn("pause");
                    build.time.pause(duration);
                },
                (access, environment, listener) -> {
                    hangIn("open");
                    return build.outside;
                });
    }

    private BuildFinishedStatus stopped() throws Exception {
        BuildProcess process = new ImageRunner(wiring(), build.envFiles, build.artifacts::add)
                .createBuildProcess(build.build, build.context);
        process.start();
        assertThat(reached.await(30, TimeUnit.SECONDS))
                .as("it came to " + moment)
                .isTrue();
        FutureTask<BuildFinishedStatus> end = new FutureTask<>(process::waitFor);
        Thread waiter = new Thread(end, "waiter");
        waiter.setDaemon(true);
        waiter.start();
        process.interrupt();
        return end.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void endsWithinFiveSecondsAndTellsHowFarItCame(Moment when) throws Exception {
        moment = when;
        if (when == Moment.RETRY) {
            build.outside.docker = refusing(build.outside.docker);
        } else if (when == Moment.SCAN) {
            build.parameters.put("image.scan", "GATE");
            build.outside.scans.ending(ScanState.Progress.RUNNING, "IN_PROGRESS", "");
        }

        assertThat(stopped()).isEqualTo(BuildFinishedStatus.INTERRUPTED);

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("It was stopped while it " + when.says) && line.endsWith(", WARNING)"));
        assertThat(build.log.problems()).isEmpty();
        assertThat(build.shared).isEmpty();
        assertThat(build.log.lines()).noneMatch(line -> line.contains("(parameter "));
        assertThat(temporaryFiles()).isEmpty();
        if (when != Moment.CLEAN_UP) {
            assertThat(engine.images()).isEmpty();
        }
    }

    @Test
    void endsAlsoWhileItReadsFromADiskThatHangs() throws Exception {
        moment = Moment.BUILD;
        deaf = true;

        assertThat(stopped()).isEqualTo(BuildFinishedStatus.INTERRUPTED);

        assertThat(build.shared).isEmpty();
        assertThat(build.log.lines())
                .last()
                .asString()
                .contains(
                        "a call that is under way has not ended: it is left alone. It was stopped while it built the image.");
    }

    @Test
    void tellsWhereTheImageStaysThatItHasMade() throws Exception {
        moment = Moment.SECOND_PUSH;
        build.parameters.remove("image.cleanUp");

        stopped();

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains(" On the Docker Engine stays "
                        + engine.images().iterator().next() + ", since Clean-up (image.cleanUp) is KEEP_NEWEST."));
    }

    @Test
    void takesTheNewestOfAStoppedRunAwayInTheNextOne() throws Exception {
        moment = Moment.PUSH;
        build.parameters.remove("image.cleanUp");
        stopped();
        assertThat(engine.names()).hasSize(1);

        build.parameters.put("image.tags", "1.4.3");
        build.parameters.put("image.dockerfileText", "FROM scratch\nLABEL another=one");
        BuildProcess next = build.imageRunner().createBuildProcess(build.build, build.context);
        next.start();

        assertThat(next.waitFor()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);
        assertThat(engine.names()).containsExactly(ImageReference.parse(SHOP + ":1.4.3"));
        assertThat(engine.images()).hasSize(1);
    }

    private static ImageEngine refusing(ImageEngine engine) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("push")) {
                throw new PushRefused((ImageReference) arguments[0], "toomanyrequests: Rate exceeded");
            }
            return method.invoke(engine, arguments);
        };
        return (ImageEngine)
                Proxy.newProxyInstance(ImageEngine.class.getClassLoader(), new Class<?>[] {ImageEngine.class}, handler);
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("temp"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("ecs-delivery-p"))
                    .toList();
        }
    }
}
