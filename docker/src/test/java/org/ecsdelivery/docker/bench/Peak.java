package org.ecsdelivery.docker.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The most memory that processes had, as Linux tells it. */
final class Peak {
    private static final String KEY = "VmHWM:";
    private static long largest;

    private Peak() {}

    /** Waits for a process to end, and looks at it meanwhile. */
    static void watch(Process process) throws InterruptedException {
        do {
            largest = Math.max(largest, of(Path.of("/proc/" + process.pid() + "/status")));
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
    }

    static String largest() {
        return megabytes(largest);
    }

    static String ofThisProcess() {
        return megabytes(of(Path.of("/proc/self/status")));
    }

    private static String megabytes(long kilobytes) {
        return kilobytes == 0 ? "unknown" : kilobytes / 1024 + " MiB";
    }

    private static long of(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(KEY))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
