package org.ecsdelivery.dsl.imports;

import java.util.List;
import java.util.Set;

/**
 * A project that becomes a class.
 *
 * @param id the project's id
 * @param type the class
 * @param field the field that the other classes find it by
 * @param made the expression that makes the project
 * @param script what is said of the project
 * @param members what is in it
 */
record Unit(String id, String type, String field, Code made, Script script, List<Member> members) {
    /** Returns how other classes name the project. */
    Code project() {
        return new Code(made.value(), "all." + field + ".project", Set.of());
    }
}
