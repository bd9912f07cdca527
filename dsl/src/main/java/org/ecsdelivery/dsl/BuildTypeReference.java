package org.ecsdelivery.dsl;

/** A build configuration that others name: one of these settings, or one that is {@link External}. */
public sealed interface BuildTypeReference extends Reference permits BuildType, External.OuterBuildType {
    /** Returns a reference to a parameter of its build in the same chain, such as {@code %dep.Shop_Build.build.number%}. */
    default String parameter(String name) {
        return "%dep." + id() + "." + name + "%";
    }
}
