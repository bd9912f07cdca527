package org.ecsdelivery.dsl.imports;

import java.util.Set;
import org.ecsdelivery.dsl.model.Entity;

/**
 * A configuration, template or VCS root that becomes a field of its project's class.
 *
 * @param entity what was read
 * @param field the field
 * @param path how other classes come to the field's object
 * @param made the expression that makes it
 * @param script what is said of it then
 */
record Member(Entity entity, String field, String path, Code made, Script script) {
    Code code(String fromProject) {
        return new Code(made.value(), fromProject.equals(entity.project()) ? field : path + "." + field, Set.of());
    }
}
