package org.ecsdelivery.docker.bench;

import java.nio.file.Path;
import org.ecsdelivery.docker.UploadEngine;

/** Something that takes build contexts and forgets them, at the socket file given, until it is ended. */
final class ContextTaker {
    private ContextTaker() {}

    /** Begins to take contexts. */
    public static void main(String[] arguments) throws InterruptedException {
        try (UploadEngine engine = new UploadEngine(Path.of(arguments[0]), tar -> {})) {
            System.out.println(engine.address());
            Thread.currentThread().join();
        } catch (java.io.IOException closing) {
            throw new IllegalStateException(closing);
        }
    }
}
