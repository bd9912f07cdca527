package org.ecsdelivery.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The packed bill of materials, in the form of CycloneDX. */
record Sbom(JsonNode json) {
    private static final Pattern PURL = Pattern.compile("pkg:maven/[^/]+/([^@]+)@([^?]+)\\?type=jar");

    static Sbom parse(byte[] json) {
        try {
            return new Sbom(new ObjectMapper().readTree(json));
        } catch (IOException cause) {
            throw new UncheckedIOException("The SBOM is not JSON", cause);
        }
    }

    Stream<JsonNode> components() {
        return StreamSupport.stream(json.path("components").spliterator(), false);
    }

    /** Returns the component of a jar, or a missing node. */
    JsonNode component(String jar) {
        return components()
                .filter(component -> jarName(component.path("purl").asText()).equals(jar))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** Returns the jars a module needs by the graph, itself among them. */
    SortedSet<String> jarsOf(String module) {
        SortedSet<String> references = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(reference(module));
        while (!open.isEmpty()) {
            String reference = open.remove();
            if (references.add(reference)) {
                needsOf(reference).forEach(open::add);
            }
        }
        SortedSet<String> jars = new TreeSet<>();
        references.forEach(reference -> jars.add(jarName(reference)));
        return jars;
    }

    private String reference(String module) {
        return components()
                .filter(component -> component.path("name").asText().equals(module))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The SBOM does not know " + module))
                .path("bom-ref")
                .asText();
    }

    private Stream<String> needsOf(String reference) {
        return StreamSupport.stream(json.path("dependencies").spliterator(), false)
                .filter(node -> node.path("ref").asText().equals(reference))
                .flatMap(node -> StreamSupport.stream(node.path("dependsOn").spliterator(), false))
                .map(JsonNode::asText);
    }

    static String jarName(String purl) {
        Matcher parts = PURL.matcher(purl);
        return parts.matches() ? parts.group(1) + "-" + parts.group(2) + ".jar" : purl;
    }
}
