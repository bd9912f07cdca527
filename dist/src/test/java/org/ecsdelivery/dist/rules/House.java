package org.ecsdelivery.dist.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;

/**
 * Where the rooms are: below {@code org.ecsdelivery} those we live in, below {@code broken} those that break every rule.
 *
 * @param root the package above the rooms
 */
record House(String root) {
    static final House OURS = new House("org.ecsdelivery");
    static final House BROKEN = new House("org.ecsdelivery.dist.rules.broken");

    /** Returns the pattern for a room and all below it. */
    String room(String name) {
        return root + "." + name + "..";
    }

    String[] rooms(String... names) {
        return Arrays.stream(names).map(this::room).toArray(String[]::new);
    }

    /** Returns the pattern for everything in the house. */
    String all() {
        return root + "..";
    }

    /** Returns the pattern for a class and those inside it. */
    String type(String name) {
        return (root + "." + name).replace(".", "\\.") + "(\\$.*)?";
    }

    JavaClasses classes() {
        ClassFileImporter importer = new ClassFileImporter();
        return this.equals(OURS)
                ? importer.withImportOption(new DoNotIncludeTests())
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages(root)
                : importer.importPackages(root);
    }
}
