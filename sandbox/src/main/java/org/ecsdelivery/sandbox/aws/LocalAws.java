package org.ecsdelivery.sandbox.aws;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.CallLog;
import org.ecsdelivery.sandbox.aws.front.Faults;
import org.ecsdelivery.sandbox.aws.front.Front;

/**
 * A stand-in for AWS on one loopback port.
 *
 * <p>It speaks the real wire protocols, so the real SDK and the {@code aws} command work against {@link #endpoint()}.
 */
public final class LocalAws implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final AwsAccount account;
    private final Faults faults = new Faults();
    private final CallLog calls = new CallLog();

    static {
        // without it the kernel holds back small answers for up to 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private LocalAws(LocalAwsBuilder settings) {
        server = bound();
        threads = Executors.newCachedThreadPool(LocalAws::daemon);
        account = settings.account(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        List<AwsService> services = new ArrayList<>();
        settings.services().forEach(factory -> services.add(factory.apply(account)));
        settings.paths().forEach((path, factory) -> server.createContext(path, factory.apply(account)));
        HttpHandler front = new Front(account, services, (call, query) -> {}, faults, calls);
        server.createContext("/", front);
        server.setExecutor(threads);
    }

    /** Begins the description of a stand-in. */
    public static LocalAwsBuilder builder() {
        return new LocalAwsBuilder();
    }

    static LocalAws started(LocalAwsBuilder settings) {
        LocalAws aws = new LocalAws(settings);
        aws.server.start();
        return aws;
    }

    /** Answers the address to give to clients as endpoint override. */
    public URI endpoint() {
        return account.endpoint();
    }

    /** Answers the host and port that image names of the local registry begin with. */
    public String registryHost() {
        return account.registryHost();
    }

    /** Answers account, region and clock. */
    public AwsAccount account() {
        return account;
    }

    /** Answers the script of faults. */
    public Faults faults() {
        return faults;
    }

    /** Answers the log of calls. */
    public CallLog calls() {
        return calls;
    }

    /** Lets hanging calls go and closes the port. */
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bound() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in for AWS could not open a port on 127.0.0.1.", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-aws");
        thread.setDaemon(true);
        return thread;
    }
}
