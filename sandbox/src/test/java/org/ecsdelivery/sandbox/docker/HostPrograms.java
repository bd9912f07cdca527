package org.ecsdelivery.sandbox.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs of this machine, with the libraries they load, for images that start from nothing. */
public final class HostPrograms {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+)\\s+\\(0x");

    private HostPrograms() {}

    /** Copies programs of {@code /bin} below a directory. */
    public static void plant(Path root, String... programs) throws Exception {
        for (String program : programs) {
            copy(Path.of("/bin", program), root);
            Process ldd = new ProcessBuilder("ldd", "/bin/" + program).start();
            Matcher library = LIBRARY.matcher(new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            while (library.find()) {
                copy(Path.of(library.group(1)), root);
            }
        }
    }

    private static void copy(Path file, Path root) throws IOException {
        Path copy = root.resolve(file.toString().substring(1));
        Files.createDirectories(copy.getParent());
        Files.copy(file.toRealPath(), copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
