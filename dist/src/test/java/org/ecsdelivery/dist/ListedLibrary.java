package org.ecsdelivery.dist;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** One entry of {@code dependencies.json}, the list of libraries that Marketplace shows beside a plugin. */
record ListedLibrary(String name, String version, String url, String license, String licenseUrl) {

    static List<ListedLibrary> parse(byte[] json) {
        try {
            return List.of(new ObjectMapper().readValue(json, ListedLibrary[].class));
        } catch (IOException cause) {
            throw new UncheckedIOException("dependencies.json is not what Marketplace reads", cause);
        }
    }

    String jar() {
        return name.substring(name.indexOf(':') + 1) + "-" + version + ".jar";
    }

    /** Returns the licences one of which may be chosen. */
    List<String> licenses() {
        return List.of(license.split(" OR "));
    }
}
