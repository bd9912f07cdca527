package org.ecsdelivery.sandbox.demo;

import java.nio.file.Path;

/**
 * A sample application with its settings in Java.
 *
 * @param directory its sources
 * @param settings the name of the class that says its settings, in {@code ci}
 * @param chain the build configuration that is run, after all that it depends on
 * @param firstBuild the id of the first build
 */
record Example(Path directory, String settings, String chain, long firstBuild) {
    /** Returns the shop: two services in stages that are there already. */
    static Example shop(Path directory) {
        return new Example(directory, "ShopSettings", "Shop_Release", 4200);
    }

    /** Returns Ludlow: from an empty account to two stages. */
    static Example ludlow(Path directory) {
        return new Example(directory, "LudlowSettings", "Ludlow_Release", 4300);
    }

    /** Returns the path of the class from the sources. */
    String source() {
        return "ci/" + settings + ".java";
    }
}
