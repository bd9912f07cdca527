package org.ecsdelivery.sandbox.teamcity.web;

import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.JarResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.ecsdelivery.sandbox.teamcity.LocalServer;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;

/** Puts everything that answers together: our own pages, the plugin's files, and the door in front of them. */
final class Pages {
    private final Tomcat tomcat;
    private final LocalTeamCity teamCity;

    Pages(Tomcat tomcat, LocalTeamCity teamCity) {
        this.tomcat = tomcat;
        this.teamCity = teamCity;
    }

    void mount(Path root) {
        LocalServer server = teamCity.server();
        Context webapp = tomcat.addWebapp("", root.toString());
        webapp.setParentClassLoader(new PageClassLoader(server.pluginClasses()));
        webapp.setUseHttpOnly(true);
        Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
        cookies.setSameSiteCookies("strict");
        webapp.setCookieProcessor(cookies);
        StandardRoot resources = new StandardRoot(webapp);
        StandInPages.mountOn(resources);
        for (Path jar : server.pluginJars()) {
            resources.addPreResources(new JarResourceSet(
                    resources, "/plugins/" + server.descriptor().name(), jar.toString(), "/buildServerResources"));
        }
        webapp.setResources(resources);
        StandInPages.compileAsTeamCityDoes((StandardContext) webapp);
        addFront(webapp);
        addDoor(webapp);
    }

    private void addFront(Context webapp) {
        Tomcat.addServlet(webapp, "front", new FrontServlet(teamCity, new SecretBox()));
        webapp.addServletMappingDecoded("*.html", "front");
        Tomcat.addServlet(webapp, "artifacts", new ArtifactServlet(teamCity));
        webapp.addServletMappingDecoded("/repository/download/*", "artifacts");
        webapp.addWelcomeFile("overview.html");
    }

    private void addDoor(Context webapp) {
        FilterDef door = new FilterDef();
        door.setFilterName("door");
        door.setFilter(new Door(teamCity.server().currentUser()));
        webapp.addFilterDef(door);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("door");
        everywhere.addURLPattern("/*");
        webapp.addFilterMap(everywhere);
    }
}
