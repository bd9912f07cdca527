package jetbrains.buildServer.serverSide.artifacts;

import java.io.IOException;
import java.io.InputStream;
import org.jetbrains.annotations.NotNull;

/** A file or a directory that a build published. */
public interface BuildArtifact {
    boolean isFile();

    long getSize();

    @NotNull
    InputStream getInputStream() throws IOException;
}
