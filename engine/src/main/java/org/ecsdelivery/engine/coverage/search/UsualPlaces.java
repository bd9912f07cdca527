package org.ecsdelivery.engine.coverage.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where tools write their reports unless they are told otherwise. Istanbul's tools (Karma, nyc, Jest, Vitest) often write the same run in
 * several formats side by side; only the one that tells most is taken then.
 */
final class UsualPlaces {
    /** Most telling first. */
    static final List<String> PATTERNS = List.of(
            "**/coverage/**/coverage-final.json",
            "**/coverage/**/lcov.info",
            "**/coverage/**/cobertura-coverage.xml",
            "**/coverage/**/clover.xml",
            "**/coverage/**/coverage-summary.json",
            "**/lcov.info",
            "**/*.lcov",
            "**/target/site/jacoco/jacoco.xml",
            "**/target/site/jacoco-aggregate/jacoco.xml",
            "**/target/site/cobertura/coverage.xml",
            "**/build/reports/jacoco/**/*.xml",
            "**/build/reports/kover/**/*.xml",
            "**/coverage.cobertura.xml",
            "**/coverage.opencover.xml",
            "**/coverage.xml",
            "**/clover.xml",
            "**/coverage.out",
            "**/cover.out",
            "**/coverage.txt");

    private UsualPlaces() {}

    /** Leaves one report of each directory; the files come in the order of the patterns that found them. */
    static List<Path> mostTelling(Collection<Path> found) {
        Map<Path, Path> byDirectory = new LinkedHashMap<>();
        found.forEach(file -> byDirectory.putIfAbsent(file.toAbsolutePath().getParent(), file));
        return List.copyOf(byDirectory.values());
    }
}
