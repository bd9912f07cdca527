package org.ecsdelivery.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The command lines of all processes, as everybody on the machine can see them, read over and over until closed. */
final class CommandLines implements AutoCloseable {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Thread reader = new Thread(this::read, "command lines");
    private volatile boolean over;

    private CommandLines() {}

    static CommandLines watched() {
        CommandLines lines = new CommandLines();
        lines.reader.setDaemon(true);
        lines.reader.start();
        return lines;
    }

    Set<String> seen() {
        return Set.copyOf(seen);
    }

    private void read() {
        while (!over) {
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
                for (Path process : processes) {
                    read(process);
                }
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
            Thread.yield();
        }
    }

    private void read(Path process) {
        try {
            seen.add(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' '));
        } catch (IOException gone) {
            // a process may end between being listed and being read
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        reader.join();
    }
}
