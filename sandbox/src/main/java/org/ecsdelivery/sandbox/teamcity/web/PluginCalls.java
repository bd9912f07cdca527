package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.web.openapi.CustomTab;
import jetbrains.buildServer.web.openapi.PlaceId;
import org.ecsdelivery.sandbox.teamcity.LocalServer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.Controller;

/** Calls what the plugin registered. Its threads carry the server's class loader, not the plugin's, as in TeamCity. */
final class PluginCalls {
    private final LocalServer server;

    PluginCalls(LocalServer server) {
        this.server = server;
    }

    String resourcesPath() {
        return "/plugins/" + server.descriptor().name() + "/";
    }

    void answer(Controller controller, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ModelAndView answer = call(() -> controller.handleRequest(request, response));
        if (answer == null) {
            return;
        }
        View view = answer.getView();
        if (view != null) {
            call(() -> {
                view.render(answer.getModel(), request, response);
                return answer;
            });
        } else {
            show(answer, request, response);
        }
    }

    /** Returns the tabs of a place that are there for a request. */
    List<CustomTab> tabs(PlaceId place, HttpServletRequest request) {
        try {
            return call(() -> server.pages().getPlaceById(place).tabs(request));
        } catch (ServletException | IOException cause) {
            throw new IllegalStateException("A tab of the plugin cannot say whether it is there", cause);
        }
    }

    /** Puts what a tab shows into the request. */
    void fill(CustomTab tab, HttpServletRequest request) throws ServletException, IOException {
        Map<String, Object> model = new HashMap<>();
        call(() -> {
            tab.fillModel(model, request);
            return tab;
        });
        model.forEach(request::setAttribute);
    }

    private static void show(ModelAndView answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = String.valueOf(answer.getViewName());
        if (name.startsWith("redirect:")) {
            response.sendRedirect(name.substring("redirect:".length()));
            return;
        }
        answer.getModel().forEach(request::setAttribute);
        RequestDispatcher page = request.getRequestDispatcher(name);
        if (request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH) == null) {
            page.forward(request, response);
        } else {
            page.include(request, response);
        }
    }

    private <T> T call(Callable<T> plugin) throws ServletException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(server.pluginClasses().getParent());
        try {
            return plugin.call();
        } catch (RuntimeException | ServletException | IOException cause) {
            throw cause;
        } catch (Exception cause) {
            throw new ServletException(cause);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
