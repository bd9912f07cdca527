package org.ecsdelivery.dist;

import java.util.List;

/** The packages TeamCity gives to a plugin: they are taken from there, never packed. */
final class HostClasses {
    private static final List<String> PACKAGES = List.of(
            "jetbrains.",
            "com.intellij.",
            "org.jetbrains.annotations.",
            "org.intellij.lang.annotations.",
            "org.springframework.",
            "org.jdom.",
            "javax.servlet.",
            "jakarta.servlet.",
            "org.slf4j.",
            "org.apache.logging.",
            "org.apache.log4j.",
            "org.apache.commons.logging.",
            "ch.qos.logback.");

    private HostClasses() {}

    static boolean provide(String className) {
        return PACKAGES.stream().anyMatch(className::startsWith);
    }
}
