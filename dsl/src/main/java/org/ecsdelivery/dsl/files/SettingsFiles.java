package org.ecsdelivery.dsl.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.ecsdelivery.dsl.xml.Document;
import org.ecsdelivery.dsl.xml.XmlProblem;

/** Reads files of a settings directory, wherever they come from: each is an entity by its path, or something else that is kept as it is. */
public final class SettingsFiles {
    private static final Pattern PROJECT = Pattern.compile("([^/]+)/project-config\\.xml");
    private static final Pattern MEMBER =
            Pattern.compile("([^/]+)/(buildTypes|vcsRoots|pluginData/metaRunners)/([^/]+)\\.xml");

    private SettingsFiles() {}

    /**
     * Reads files by their paths below the settings directory.
     *
     * @throws UnreadableSettings when some are no XML, with all of them
     */
    public static SettingsTree read(SortedMap<String, byte[]> files) {
        return read(files, (path, bytes) -> Optional.empty());
    }

    /**
     * Reads files.
     *
     * @param known tells the entity of a file that need not be read for it; asked on several threads
     * @throws UnreadableSettings when others are no XML, with all of them
     */
    static SettingsTree read(SortedMap<String, byte[]> files, BiFunction<String, byte[], Optional<Entity>> known) {
        List<Found> found = List.copyOf(files.entrySet()).parallelStream()
                .map(file -> Found.in(file, known.apply(file.getKey(), file.getValue())))
                .toList();
        List<String> problems =
                found.stream().flatMap(each -> each.problem().stream()).toList();
        if (!problems.isEmpty()) {
            throw new UnreadableSettings(problems);
        }
        SettingsTree others = SettingsTree.of(List.of());
        for (Found each : found) {
            others = each.entity().isPresent()
                    ? others
                    : others.withOther(each.file().getKey(), each.file().getValue());
        }
        return others.withAll(
                found.stream().flatMap(each -> each.entity().stream()).toList());
    }

    /** What a file turned out to be: an entity, no XML, or neither. */
    private record Found(Map.Entry<String, byte[]> file, Optional<Entity> entity, Optional<String> problem) {
        static Found in(Map.Entry<String, byte[]> file, Optional<Entity> known) {
            try {
                return new Found(
                        file,
                        known.isPresent() ? known : SettingsFiles.entity(file.getKey(), file.getValue()),
                        Optional.empty());
            } catch (XmlProblem problem) {
                return new Found(file, Optional.empty(), Optional.of(String.valueOf(problem.getMessage())));
            }
        }
    }

    private static Optional<Entity> entity(String path, byte[] bytes) {
        Matcher project = PROJECT.matcher(path);
        if (project.matches()) {
            return of(path, bytes, project.group(1), project.group(1), List.of(Kind.PROJECT));
        }
        Matcher member = MEMBER.matcher(path);
        return member.matches()
                ? of(path, bytes, member.group(1), member.group(3), kinds(member.group(2)))
                : Optional.empty();
    }

    private static List<Kind> kinds(String directory) {
        return switch (directory) {
            case "buildTypes" -> List.of(Kind.BUILD_TYPE, Kind.TEMPLATE);
            case "vcsRoots" -> List.of(Kind.VCS_ROOT);
            default -> List.of(Kind.RECIPE);
        };
    }

    /** A file that says it is something else than its place says is no entity: TeamCity would not take it for one either. */
    private static Optional<Entity> of(String path, byte[] bytes, String project, String id, List<Kind> kinds) {
        Document document = Document.read(path, bytes);
        return kinds.stream()
                .filter(kind -> kind.element().equals(document.root().name()))
                .map(kind -> new Entity(kind, project, id, document))
                .findFirst();
    }
}
