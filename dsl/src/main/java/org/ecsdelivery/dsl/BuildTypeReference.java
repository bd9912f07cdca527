package org.ecsdelivery.dsl;

/** A build configuration that others name: one of these settings, or one that is {@link External}. */
public sealed interface BuildTypeReference permits BuildType, External.OuterBuildType {
    /** Returns the id that the whole server knows it by. */
    String id();

    /** Returns a reference to a parameter of its build in the same chain, such as {@code %dep.Shop_Build.build.number%}. */
    default String parameter(String name) {
        return "%dep." + id() + "." + name + "%";
    }
}
