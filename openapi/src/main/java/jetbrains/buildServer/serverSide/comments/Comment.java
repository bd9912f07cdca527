package jetbrains.buildServer.serverSide.comments;

import org.jetbrains.annotations.Nullable;

/** What somebody wrote about something. */
public interface Comment {
    @Nullable
    String getComment();
}
