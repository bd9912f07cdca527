package org.ecsdelivery.dsl.classic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.dsl.classic.Item.Place;

/** A report of coverage that a script packs for a report tab. */
final class CoverageZip {
    static final String FILE = "coverage.zip";

    private static final Set<String> RECURSIVE = Set.of("-r", "-qr", "-rq", "-r9", "-9r");

    private CoverageZip() {}

    static boolean isOne(List<Word> words) {
        return words.size() > 2
                && words.get(0).source().equals("zip")
                && words.stream().anyMatch(each -> each.source().equals(FILE));
    }

    static Meaning of(List<String> words) {
        boolean plain = words.size() == 4
                && RECURSIVE.contains(words.get(1))
                && words.get(2).equals(FILE)
                && !words.get(3).startsWith("-");
        return plain
                ? new Meaning.Zip(words.get(3).replaceFirst("/$", ""))
                : new Meaning.Kept(
                        "only 'zip -r " + FILE + " DIRECTORY' is known to say what a Publish Coverage step says");
    }

    /** Returns the step that publishes the same report, when a report tab tells where its first page is. */
    static Meaning step(Meaning.Zip zip, Scope scope, boolean used, Place place) {
        boolean published = scope.effective()
                .options()
                .getOrDefault("artifactRules", "")
                .lines()
                .anyMatch(each -> each.strip().matches("(\\+:)?coverage\\.zip( *=> *\\.?)?"));
        Optional<String> page = scope.startPages().stream()
                .filter(each -> each.startsWith(FILE + "!" + zip.directory() + "/") && each.endsWith("index.html"))
                .findFirst();
        if (!published || used || !place.directory().isEmpty()) {
            return new Meaning.Kept(FILE + " is not only packed to be published from where the build runs");
        }
        if (page.isEmpty()) {
            return new Meaning.Kept("no report tab tells where in " + FILE + " the report begins");
        }
        String directory = page.get().substring(FILE.length() + 1).replaceFirst("/index\\.html$", "");
        return new Meaning.Typed(
                RunTypeId.COVERAGE,
                Map.of(
                        "coverage.html",
                        "READY_MADE",
                        "coverage.htmlDirectory",
                        directory,
                        "coverage.whenMissing",
                        "WARNING"),
                List.of(
                        "the report begins at " + FILE
                                + "!index.html now, in the Code Coverage tab: remove the report tab and the"
                                + " artifact rule for " + FILE,
                        "it publishes figures too, of the reports that it finds (coverage.reports)"));
    }
}
