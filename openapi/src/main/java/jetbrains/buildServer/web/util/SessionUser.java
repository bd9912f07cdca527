package jetbrains.buildServer.web.util;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import jetbrains.buildServer.users.SUser;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Who is logged in. */
public class SessionUser {
    private static final String KEY = "USER_KEY";

    private SessionUser() {}

    @Nullable
    public static SUser getUser(@NotNull HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (SUser) session.getAttribute(KEY);
    }

    public static void setUser(@NotNull HttpServletRequest request, @NotNull SUser user) {
        request.getSession().setAttribute(KEY, user);
    }
}
