package org.ecsdelivery.docker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/** Says why no Docker Engine answers, and what to look at. */
final class Unreachable {
    private static final String OTHERWISE = "Start Docker on the agent's machine, or set DOCKER_HOST of the build"
            + " (env.DOCKER_HOST) to where it runs.";

    private Unreachable() {}

    static EngineException at(DockerAddress address, Throwable failed) {
        Throwable root = rootOf(failed);
        return at(address, wordsOf(root), failed);
    }

    static EngineException at(DockerAddress address, String reported, @Nullable Throwable cause) {
        return new EngineException(
                FailureKind.DOCKER_UNREACHABLE,
                "No Docker Engine answers at " + address,
                reported,
                remedy(address, reported, cause),
                cause);
    }

    private static String remedy(DockerAddress address, String reported, @Nullable Throwable cause) {
        String words = reported.toLowerCase(Locale.ROOT);
        if (cause != null && isAboutTls(address, cause)) {
            return "Check that the engine at " + address.uri()
                    + " uses TLS, that ca.pem in DOCKER_CERT_PATH signed its certificate for that host name, and that it"
                    + " accepts cert.pem; set DOCKER_TLS_VERIFY only for an engine with TLS.";
        }
        if (words.contains("permission denied")) {
            return "Let the agent's user use the socket: on most systems 'usermod -aG docker <user>', then restart the"
                    + " agent.";
        }
        if (words.contains("malformed") || words.contains("http request to an https server")) {
            return "The engine seems to expect TLS: set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.";
        }
        return OTHERWISE;
    }

    /** An engine that refuses the client's certificate may just hang up (TLS 1.3 lets the client finish first). */
    private static boolean isAboutTls(DockerAddress address, Throwable failed) {
        return has(failed, SSLException.class)
                || address.tls().isPresent() && has(failed, IOException.class) && !neverGotThere(failed);
    }

    private static boolean neverGotThere(Throwable failed) {
        return has(failed, ConnectException.class)
                || has(failed, UnknownHostException.class)
                || has(failed, SocketTimeoutException.class);
    }

    private static boolean has(Throwable failed, Class<? extends Throwable> kind) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable rootOf(Throwable failed) {
        Throwable at = failed;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }

    private static String wordsOf(Throwable root) {
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
