package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plugin's {@code teamcity-plugin.xml}.
 *
 * @param minBuild the oldest TeamCity build that may load the plugin; 0 when any may
 */
public record ServerDescriptor(
        String name,
        String displayName,
        String version,
        long minBuild,
        boolean separateClassLoader,
        boolean runtimeReload,
        boolean nodeAware,
        Map<String, String> parameters) {

    /** Keeps a copy of the parameters. */
    public ServerDescriptor {
        parameters = Map.copyOf(parameters);
    }

    static ServerDescriptor read(Path file) {
        DescriptorXml xml = DescriptorXml.read(file, "teamcity-plugin");
        ServerDescriptor descriptor = new ServerDescriptor(
                xml.required("info/name"),
                xml.required("info/display-name"),
                xml.required("info/version"),
                xml.number("requirements", "min-build"),
                xml.flag("deployment", "use-separate-classloader"),
                xml.flag("deployment", "allow-runtime-reload"),
                xml.flag("deployment", "node-responsibilities-aware"),
                parameters(xml));
        xml.required("info/vendor/name");
        xml.refuseProblems();
        return descriptor;
    }

    private static Map<String, String> parameters(DescriptorXml xml) {
        Map<String, String> parameters = new TreeMap<>();
        xml.children("parameters")
                .forEach(element -> parameters.put(
                        element.getAttribute("name"), element.getTextContent().strip()));
        return parameters;
    }
}
