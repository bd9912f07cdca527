package jetbrains.buildServer.controllers;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.serverSide.SBuildServer;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.AbstractController;

/** What answers at an address that a plugin registered; whether the user may ask is the subclass's own business. */
public abstract class BaseController extends AbstractController {
    protected SBuildServer myServer;

    protected BaseController() {
        // some controllers need nothing of the server
    }

    protected BaseController(@NotNull SBuildServer server) {
        this.myServer = server;
    }

    @Override
    public final ModelAndView handleRequestInternal(HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        return doHandle(request, response);
    }

    @Nullable
    protected abstract ModelAndView doHandle(@NotNull HttpServletRequest request, @NotNull HttpServletResponse response)
            throws Exception;

    public static boolean isGet(@NotNull HttpServletRequest request) {
        return "GET".equalsIgnoreCase(request.getMethod());
    }

    protected boolean isPost(@NotNull HttpServletRequest request) {
        return "POST".equalsIgnoreCase(request.getMethod());
    }

    protected ModelAndView simpleView(@NotNull String text) {
        return new ModelAndView("/simpleView.jsp", "message", text);
    }

    protected ModelAndView redirectTo(@NotNull String url, @NotNull HttpServletResponse response) {
        try {
            response.sendRedirect(url);
            return null;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
