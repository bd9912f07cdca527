package org.ecsdelivery.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.ecsdelivery.docker.tls.TlsFiles;
import org.ecsdelivery.docker.upload.UploadTransport;
import org.ecsdelivery.engine.failure.Cancelled;
import org.jspecify.annotations.Nullable;

/**
 * A way to the engine for one piece of work. Whoever waits can be interrupted at any time: the work itself is done on other
 * threads, which end when their sockets are closed.
 */
final class DockerConnection implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    /** Questions are answered from the engine's memory; a busy engine may still take its time. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);

    private final DockerAddress address;
    private final DockerHttpClient http;
    private final DockerClient client;

    private DockerConnection(DockerAddress address, DockerHttpClient http, Optional<AuthConfig> login) {
        this.address = address;
        this.http = http;
        this.client = DockerClientImpl.getInstance(new Settled(address, login), http);
    }

    static DockerConnection open(DockerAddress address) {
        return open(address, Optional.empty());
    }

    /** Opens a way to the engine by which somebody can be logged in, and nothing else should be done. */
    static DockerConnection openFor(DockerAddress address, AuthConfig login) {
        return open(address, Optional.of(login));
    }

    private static DockerConnection open(DockerAddress address, Optional<AuthConfig> login) {
        ZerodepDockerHttpClient.Builder http =
                new ZerodepDockerHttpClient.Builder().dockerHost(address.uri()).connectionTimeout(CONNECT_LIMIT);
        address.tls().map(TlsFiles::context).ifPresent(tls -> http.sslConfig(() -> tls));
        DockerHttpClient any = http.build();
        return new DockerConnection(
                address,
                address.socketFile()
                        .<DockerHttpClient>map(file -> new UploadTransport(any, file))
                        .orElse(any),
                login);
    }

    /** Asks a question that is answered at once. */
    <T> T ask(Function<DockerClient, T> question) {
        FutureTask<T> answer = new FutureTask<>(() -> question.apply(client));
        thread(answer, "docker-question").start();
        try {
            return answer.get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw cancelled();
        } catch (TimeoutException late) {
            throw Unreachable.at(address, "no answer within " + ANSWER_LIMIT.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw translated(failed.getCause());
        }
    }

    /** Follows a stream to its end. */
    <C extends ResultCallbackTemplate<?, ?>> C follow(Function<DockerClient, C> stream) {
        try {
            C started = stream.apply(client);
            started.awaitCompletion();
            return started;
        } catch (InterruptedException interrupted) {
            throw cancelled();
        } catch (RuntimeException failed) {
            throw translated(failed);
        }
    }

    private static Cancelled cancelled() {
        Thread.currentThread().interrupt();
        return new Cancelled("the build was interrupted");
    }

    /** What kept the engine from answering becomes a failure about the way to it; what it answered stays, as does our own. */
    private RuntimeException translated(@Nullable Throwable failed) {
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException other && (other instanceof DockerException || !isAboutTheWay(other))) {
            return other;
        }
        return Unreachable.at(address, failed == null ? new IllegalStateException("unknown") : failed);
    }

    private static boolean isAboutTheWay(Throwable failed) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Closes the sockets on a thread of its own, because a socket that hangs may keep its closing thread. */
    @Override
    public void close() {
        thread(this::closeNow, "docker-close").start();
    }

    private void closeNow() {
        try {
            http.close();
        } catch (IOException ignored) {
            // the work has ended; what the engine thinks of the closing changes nothing
        }
    }
}
