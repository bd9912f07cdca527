package org.ecsdelivery.engine.envfile;

import java.util.Optional;

/** A part of a default in a template. */
sealed interface TemplatePart {

    /**
     * Text that stands for itself.
     *
     * @param text the text
     */
    record Literal(String text) implements TemplatePart {}

    /**
     * Another variable's value.
     *
     * @param name the other variable
     * @param otherwise what stands in its place when it is missing or empty
     * @param message what the build says when it is missing or empty
     */
    record Reference(String name, Optional<String> otherwise, Optional<String> message) implements TemplatePart {}
}
