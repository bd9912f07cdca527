package org.ecsdelivery.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import jetbrains.buildServer.controllers.BasePropertiesBean;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.ecsdelivery.sandbox.teamcity.web.StandInPages;

/**
 * The JSP engine of TeamCity's Tomcat on loopback, with the plugin's pages where TeamCity unpacks them and stand-ins for the tag files
 * they use. Pages are compiled at Java 8 level, as TeamCity's server does.
 */
public final class PageServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Map<String, String> stored = Map.of();
    private volatile Map<String, Object> model = Map.of();
    private volatile Map<String, Object> session = Map.of();

    /** Starts it. */
    public PageServer() {
        try {
            tomcat.setBaseDir(
                    Files.createTempDirectory(Path.of("target"), "tomcat").toString());
            tomcat.setSilent(true);
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            mount(tomcat.addWebapp(
                    "",
                    Files.createTempDirectory(Path.of("target"), "webapp")
                            .toAbsolutePath()
                            .toString()));
            tomcat.start();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (LifecycleException refused) {
            throw new IllegalStateException("The JSP engine did not start", refused);
        }
    }

    private void mount(Context webapp) {
        StandardRoot resources = new StandardRoot(webapp);
        String pages =
                Path.of("target/classes/buildServerResources").toAbsolutePath().toString();
        resources.addPreResources(new DirResourceSet(resources, "/plugins/ecs-delivery", pages, "/"));
        StandInPages.mountOn(resources);
        webapp.setResources(resources);
        StandInPages.compileAsTeamCityDoes((StandardContext) webapp);
        Tomcat.addServlet(webapp, "settings", new SettingsServlet());
        webapp.addServletMappingDecoded("/settings", "settings");
    }

    /** Renders a page of the plugin with what its controller or tab puts into the model. */
    public String renderModel(String page, Map<String, Object> filled) {
        model = filled;
        return render(page, Map.of());
    }

    /** Renders a page of the plugin for somebody who has a session. */
    public String renderModel(String page, Map<String, Object> filled, Map<String, Object> inSession) {
        session = inSession;
        return renderModel(page, filled);
    }

    /** Renders a page of the plugin as the fragment that TeamCity puts into its own page. */
    String render(String page, Map<String, String> properties) {
        stored = properties;
        URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/settings?page=" + page);
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(page + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().strip();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private final class SettingsServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            response.setContentType("text/html;charset=UTF-8");
            request.setAttribute("propertiesBean", new BasePropertiesBean(stored));
            model.forEach(request::setAttribute);
            session.forEach(request.getSession()::setAttribute);
            request.getRequestDispatcher(request.getParameter("page")).include(request, response);
        }
    }
}
