package org.ecsdelivery.engine.envfile;

import java.util.Optional;

/**
 * One line of a template.
 *
 * @param comment what stands behind the {@code #}; the empty text for a blank line; empty when there is none
 * @param assignment the variable; empty for a comment and a blank line
 */
record TemplateLine(Optional<String> comment, Optional<TemplateVariable> assignment) {
    static final TemplateLine BLANK = new TemplateLine(Optional.of(""), Optional.empty());
}
