package org.ecsdelivery.dist;

import java.util.List;

/**
 * One half of the packed plugin.
 *
 * @param module the module of ours that it is packed for
 * @param descriptor its {@code teamcity-plugin.xml}
 */
record PackedHalf(String module, Descriptor descriptor, List<PackedJar> jars) {

    List<String> jarNames() {
        return jars.stream().map(PackedJar::name).toList();
    }

    @Override
    public String toString() {
        return module;
    }
}
