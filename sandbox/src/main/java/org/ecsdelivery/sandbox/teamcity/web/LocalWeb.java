package org.ecsdelivery.sandbox.teamcity.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.ecsdelivery.sandbox.teamcity.LocalServer;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;

/**
 * Opens a {@link LocalTeamCity} to a browser at a loopback address: settings of steps and build features, builds, logs, artifacts
 * and whatever tabs and controllers the plugin brought, its JSP pages rendered by the engine that TeamCity uses.
 */
public final class LocalWeb implements AutoCloseable {
    private final Tomcat tomcat;

    private LocalWeb(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /**
     * Opens at a port of the system's choice.
     *
     * @param work a directory for what the pages are compiled to
     */
    public static LocalWeb open(LocalTeamCity teamCity, Path work) {
        return open(teamCity, work, 0);
    }

    /** Opens at a port; 0 lets the system choose. */
    public static LocalWeb open(LocalTeamCity teamCity, Path work, int port) {
        Tomcat tomcat = new Tomcat();
        try {
            tomcat.setBaseDir(Files.createDirectories(work).toString());
            tomcat.setSilent(true);
            tomcat.setPort(port);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            tomcat.getConnector().setProperty("maxParameterCount", "2000");
            Pages pages = new Pages(tomcat, teamCity);
            pages.mount(Files.createDirectories(work.resolve("root")));
            tomcat.start();
        } catch (IOException refused) {
            throw new UncheckedIOException("The directory " + work + " for the web pages cannot be made", refused);
        } catch (LifecycleException refused) {
            throw new IllegalStateException("The web pages cannot be opened at port " + port + ": " + refused, refused);
        }
        LocalWeb web = new LocalWeb(tomcat);
        LocalServer server = teamCity.server();
        server.openAt(web.address());
        return web;
    }

    /** Returns the address to open in a browser. */
    public String address() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException stuck) {
            throw new IllegalStateException("The web pages do not close: " + stuck, stuck);
        }
    }
}
