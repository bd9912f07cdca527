package org.ecsdelivery.sandbox.aws;

import com.sun.net.httpserver.HttpHandler;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsService;

/** Describes a {@link LocalAws} before it starts. */
public final class LocalAwsBuilder {
    private String account = "123456789012";
    private String region = "eu-central-1";
    private InstantSource clock = InstantSource.system();
    private Optional<Path> imageDirectory = Optional.empty();
    private boolean throttled;
    private TaskTimings timings = TaskTimings.realistic();
    private final List<Function<AwsAccount, AwsService>> services = new ArrayList<>();
    private final Map<String, Function<AwsAccount, HttpHandler>> paths = new LinkedHashMap<>();

    LocalAwsBuilder() {}

    /** Sets the account number, twelve digits. */
    public LocalAwsBuilder account(String number) {
        account = number;
        return this;
    }

    /** Sets the region. */
    public LocalAwsBuilder region(String name) {
        region = name;
        return this;
    }

    /** Sets the clock the whole stand-in runs on. */
    public LocalAwsBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** Sets where images are kept; without it they go to a temporary directory that ends with the stand-in. */
    public LocalAwsBuilder imagesIn(Path directory) {
        imageDirectory = Optional.of(directory);
        return this;
    }

    /** Sets how long the steps of tasks and of the scheduler take. */
    public LocalAwsBuilder timings(TaskTimings durations) {
        timings = durations;
        return this;
    }

    /** Limits calls with the token buckets of real AWS, refilled by the stand-in's clock; without it nothing is limited. */
    public LocalAwsBuilder throttling() {
        throttled = true;
        return this;
    }

    /** Adds a service, made as soon as the port is known. */
    public LocalAwsBuilder service(Function<AwsAccount, AwsService> factory) {
        services.add(factory);
        return this;
    }

    /** Adds a handler of plain HTTP below a path, as in {@code /v2/}. */
    public LocalAwsBuilder path(String prefix, Function<AwsAccount, HttpHandler> factory) {
        paths.put(prefix, factory);
        return this;
    }

    /** Opens the port and starts answering. */
    public LocalAws start() {
        return LocalAws.started(this);
    }

    AwsAccount account(URI endpoint) {
        return new AwsAccount(account, region, endpoint, clock);
    }

    Optional<Path> imageDirectory() {
        return imageDirectory;
    }

    boolean throttled() {
        return throttled;
    }

    TaskTimings timings() {
        return timings;
    }

    List<Function<AwsAccount, AwsService>> services() {
        return services;
    }

    Map<String, Function<AwsAccount, HttpHandler>> paths() {
        return paths;
    }
}
