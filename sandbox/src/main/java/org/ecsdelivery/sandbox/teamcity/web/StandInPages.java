package org.ecsdelivery.sandbox.teamcity.web;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.JarResourceSet;
import org.apache.tomcat.util.scan.StandardJarScanFilter;

/**
 * Our own pages, scripts and tag files where TeamCity has its own. Pages of plugins see the same names and attributes of tags;
 * the markup is ours.
 */
public final class StandInPages {
    private static final String FOLDER = "/org/ecsdelivery/sandbox/teamcity/web/pages";

    private StandInPages() {}

    /** Adds the pages to a web application. */
    public static void mountOn(WebResourceRoot resources) {
        Path home = home();
        resources.addPreResources(
                Files.isDirectory(home)
                        ? new DirResourceSet(resources, "/", home.toString(), FOLDER)
                        : new JarResourceSet(resources, "/", home.toString(), FOLDER));
    }

    /** Lets pages be compiled at Java 8 level, as TeamCity does, and quickly. */
    public static void compileAsTeamCityDoes(StandardContext webapp) {
        // the JSTL's tag library descriptors are in its jar; to look into every other jar takes seconds
        StandardJarScanFilter jars = new StandardJarScanFilter();
        jars.setDefaultTldScan(false);
        jars.setDefaultPluggabilityScan(false);
        jars.setTldScan("jstl*.jar");
        webapp.getJarScanner().setJarScanFilter(jars);
        webapp.addLifecycleListener(event -> {
            Wrapper jsp = (Wrapper) webapp.findChild("jsp");
            if (jsp != null) {
                jsp.addInitParameter("compilerSourceVM", "1.8");
                jsp.addInitParameter("compilerTargetVM", "1.8");
            }
        });
        // the leak checks are for web applications that come and go; here they only warn about the Java version
        webapp.setClearReferencesObjectStreamClassCaches(false);
        webapp.setClearReferencesRmiTargets(false);
        webapp.setClearReferencesThreadLocals(false);
    }

    private static Path home() {
        try {
            return Path.of(StandInPages.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException cause) {
            throw new IllegalStateException("Where the sandbox's classes lie is no path", cause);
        }
    }
}
