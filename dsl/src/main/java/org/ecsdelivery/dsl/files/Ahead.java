package org.ecsdelivery.dsl.files;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is found out on another thread, while whoever needs it is still busy with something else. */
public final class Ahead<T> {
    private final CompletableFuture<T> result;

    private Ahead(CompletableFuture<T> result) {
        this.result = result;
    }

    /** Begins to find it out. */
    public static <T> Ahead<T> of(Supplier<T> question) {
        return new Ahead<>(CompletableFuture.supplyAsync(question));
    }

    /** Waits for it; throws what finding it out has thrown. */
    public T get() {
        try {
            return result.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
