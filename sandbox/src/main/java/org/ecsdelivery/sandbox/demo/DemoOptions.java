package org.ecsdelivery.sandbox.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param zip the packaged plugin
 * @param application the sample application
 * @param ludlow the sample application that begins with an empty account
 * @param template the template of its pipeline
 * @param jacoco the directory of JaCoCo's agent and command line
 * @param work where the server's data, the checkout and the artifacts go
 * @param dockerVersion the version of the Docker Engine, which a TeamCity agent would find out by itself
 * @param revision the commit that is built
 * @param breakage what to break
 * @param serve whether the server's pages stay open afterwards
 */
record DemoOptions(
        Path zip,
        Path application,
        Path ludlow,
        Path template,
        Path jacoco,
        Path work,
        String dockerVersion,
        String revision,
        Breakage breakage,
        boolean serve) {

    static DemoOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        return new DemoOptions(
                Path.of(required(given, "--zip")),
                Path.of(required(given, "--application")),
                Path.of(required(given, "--ludlow")),
                Path.of(required(given, "--template")),
                Path.of(required(given, "--jacoco")),
                Path.of(required(given, "--work")),
                given.getOrDefault("--docker-version", "unknown"),
                given.getOrDefault("--revision", "unknown"),
                given.containsKey("--break") ? Breakage.parse(given.get("--break")) : Breakage.NOTHING,
                given.containsKey("--serve"));
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing; start the demonstration with ./demo");
        }
        return value;
    }
}
