package org.ecsdelivery.engine.envfile;

import java.util.List;

/**
 * A variable that a template names.
 *
 * @param name its name
 * @param parts its default, in parts
 * @param required whether another source, or the default, must give it a value that is not empty
 * @param line the line of the template
 */
record TemplateVariable(String name, List<TemplatePart> parts, boolean required, int line) {}
