package org.ecsdelivery.engine.coverage.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file of the checkout that a path of a report means: the user's rules first, then the container's directories, the
 * checkout itself, the report's source directories, build services, and at last the file that ends most like it.
 */
public final class PathResolver {
    private final CheckoutFiles files;
    private final String checkout;
    private final List<PathRule> rules;
    private final Endings endings;

    /**
     * Makes a resolver.
     *
     * @param files the files of the checkout
     * @param checkout the directory of the checkout, empty when it is unknown
     * @param rules the user's, then those of the container and of Go's modules; the first that fits counts
     */
    public PathResolver(CheckoutFiles files, String checkout, List<PathRule> rules) {
        this.files = files;
        this.checkout = PlainPath.of(checkout);
        this.rules = List.copyOf(rules);
        this.endings = new Endings(files);
    }

    /** Starts with the paths of one report, which lies in that directory of the checkout. */
    public OfReport report(String reportDirectory) {
        return new OfReport(PlainPath.of(reportDirectory));
    }

    private @Nullable String byRule(String path) {
        for (PathRule rule : rules) {
            Optional<String> changed = rule.apply(path);
            if (changed.isPresent()) {
                return inCheckout(PlainPath.of(changed.get()));
            }
        }
        return null;
    }

    private String inCheckout(String path) {
        String below = checkout.isEmpty() ? null : PlainPath.below(checkout, path);
        return below == null ? path : below;
    }

    /** The paths of one report, with the source directories it tells. */
    public final class OfReport {
        private final String directory;
        private final List<String> roots = new ArrayList<>();
        private final Map<String, Resolution> known = new HashMap<>();

        private OfReport(String directory) {
            this.directory = directory;
        }

        /** Takes a directory that paths of the report may start from. */
        public void root(String root) {
            String plain = PlainPath.of(root);
            if (!plain.isEmpty() && !plain.startsWith("--")) {
                roots.add(plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
                known.clear();
            }
        }

        /** Finds the file that a path of the report means. */
        public Resolution resolve(String raw) {
            return known.computeIfAbsent(raw, this::find);
        }

        private Resolution find(String raw) {
            String path = PlainPath.of(raw);
            List<String> candidates = new ArrayList<>();
            if (!PlainPath.isAbsolute(path)) {
                roots.forEach(root -> candidates.add(PlainPath.of(root + "/" + path)));
            }
            candidates.add(path);
            for (String candidate : candidates) {
                String ruled = byRule(candidate);
                if (ruled != null && (files.isEmpty() || files.has(ruled))) {
                    return new Resolution(ruled, Resolution.Way.RULE);
                }
                String inside = inCheckout(candidate);
                if (files.has(inside)) {
                    return new Resolution(inside, Resolution.Way.CHECKOUT);
                }
            }
            return files.isEmpty() ? believed(path) : further(raw, path, candidates);
        }

        private Resolution believed(String path) {
            return new Resolution(inCheckout(path), Resolution.Way.BELIEVED);
        }

        private Resolution further(String raw, String path, List<String> candidates) {
            for (String candidate : candidates) {
                Optional<String> bare = BuildServices.without(candidate, files);
                if (bare.isPresent()) {
                    return new Resolution(bare.get(), Resolution.Way.BUILD_SERVICE);
                }
            }
            String ruled = byRule(path);
            String wanted = ruled == null ? inCheckout(path) : ruled;
            Resolution found = endings.find(wanted, PlainPath.isWindows(raw), directory);
            for (String root : roots) {
                if (found.isFound()) {
                    break;
                }
                Resolution below = endings.find(PlainPath.of(root + "/" + path), PlainPath.isWindows(root), directory);
                found = below.isFound() ? below : found;
            }
            return found;
        }
    }
}
