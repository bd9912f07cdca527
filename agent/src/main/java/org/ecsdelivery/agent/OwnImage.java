package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.built.BuiltImage;

/**
 * An image that a step has made on the Docker Engine.
 *
 * @param id the engine's id of it
 * @param names the names that the step gave it
 */
record OwnImage(String id, List<ImageReference> names) {
    OwnImage {
        names = List.copyOf(names);
    }

    /** Reads a line of {@link #line()}; empty when it is none. */
    static Optional<OwnImage> parse(String line) {
        List<String> words = Arrays.asList(line.strip().split(" "));
        try {
            return words.get(0).startsWith("sha256:")
                    ? Optional.of(new OwnImage(
                            words.get(0),
                            words.stream().skip(1).map(ImageReference::parse).toList()))
                    : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** Returns it as one line; ids and names have no blanks. */
    String line() {
        return Stream.concat(Stream.of(id), names.stream().map(ImageReference::toString))
                .collect(Collectors.joining(" "));
    }

    OwnImage alsoNamed(List<ImageReference> others) {
        List<ImageReference> all = new ArrayList<>(names);
        others.stream().filter(name -> !names.contains(name)).forEach(all::add);
        return new OwnImage(id, all);
    }

    /** Returns it with those of its names that another is not about to keep. */
    OwnImage without(List<ImageReference> kept) {
        return new OwnImage(
                id, names.stream().filter(name -> !kept.contains(name)).toList());
    }

    BuiltImage built() {
        return new BuiltImage(id, 0);
    }

    @Override
    public String toString() {
        return names.isEmpty()
                ? id
                : names.stream().map(ImageReference::toString).collect(Collectors.joining(", "));
    }
}
