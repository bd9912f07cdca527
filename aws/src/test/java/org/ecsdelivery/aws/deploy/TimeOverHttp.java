package org.ecsdelivery.aws.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.ecsdelivery.engine.time.Pause;

/** The virtual time of another process: to pause is to ask that process to let time pass. */
final class TimeOverHttp implements InstantSource, Pause {
    static final String PATH = "/time/";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    TimeOverHttp(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Instant instant() {
        try {
            return asked("");
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        asked(Long.toString(duration.toMillis()));
    }

    private Instant asked(String millis) throws InterruptedException {
        try {
            return Instant.parse(http.send(
                            HttpRequest.newBuilder(endpoint.resolve(PATH + millis))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
