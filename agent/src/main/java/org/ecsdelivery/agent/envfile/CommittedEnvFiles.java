package org.ecsdelivery.agent.envfile;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.ecsdelivery.agent.git.GitCheckout;
import org.ecsdelivery.agent.git.TrackedFiles;

/** Finds env files that lie in the checkout because somebody committed them. */
public final class CommittedEnvFiles {
    private static final List<String> PATTERNS = List.of(":(glob)**/.env", ":(glob)**/.env.*", ":(glob)**/*.env");
    private static final Set<String> TEMPLATE_ENDINGS =
            Set.of("template", "example", "sample", "dist", "tpl", "default", "defaults", "schema");
    private static final Set<String> NOT_OURS = Set.of(".git", ".hg", ".svn", "node_modules", "target", ".venv");
    private static final int DEEPEST = 12;
    private static final int MOST = 50_000;

    private final Path checkout;
    private final TrackedFiles tracked;

    private CommittedEnvFiles(Path checkout, TrackedFiles tracked) {
        this.checkout = checkout;
        this.tracked = tracked;
    }

    /**
     * Asks git, once.
     *
     * @param checkout the checkout directory, a real path
     * @param places the files about to be written
     */
    public static CommittedEnvFiles in(Path checkout, GitCheckout git, List<Path> places) {
        Stream<String> written = places.stream()
                .filter(file -> file.startsWith(checkout))
                .map(file -> ":(literal)" + slashed(checkout.relativize(file)));
        return new CommittedEnvFiles(
                checkout,
                git.trackedFiles(Stream.concat(PATTERNS.stream(), written).toList()));
    }

    /** Tells why git does not know this checkout; empty when it does. */
    public String whyUnknown() {
        return tracked.whyUnknown();
    }

    /** Tells whether git tracks the file. */
    public boolean tracks(Path file) {
        return file.startsWith(checkout) && tracked.paths().contains(slashed(checkout.relativize(file)));
    }

    /**
     * Lists those that are no templates, from the checkout directory. Where git cannot tell, those that lie there.
     *
     * @throws IOException when the checkout cannot be read
     */
    public List<String> list() throws IOException {
        List<String> paths = tracked.isKnown() ? tracked.paths() : found();
        return paths.stream().filter(CommittedEnvFiles::isEnvFile).sorted().toList();
    }

    private static boolean isEnvFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean named = name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env");
        return named && Stream.of(name.split("\\.")).noneMatch(TEMPLATE_ENDINGS::contains);
    }

    private List<String> found() throws IOException {
        Search search = new Search(checkout);
        Files.walkFileTree(checkout, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, search);
        return search.found;
    }

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    /** Looks at so many files and no more. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path checkout;
        private final List<String> found = new ArrayList<>();
        private int seen;

        Search(Path checkout) {
            this.checkout = checkout;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return NOT_OURS.contains(String.valueOf(directory.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = slashed(checkout.relativize(file));
            if (attributes.isRegularFile() && isEnvFile(path)) {
                found.add(path);
            }
            seen++;
            return seen < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
