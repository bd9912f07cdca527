package org.ecsdelivery.dsl.xml;

/**
 * An attribute of an element.
 *
 * @param name its name with its prefix
 * @param value its value, unescaped
 */
public record Attribute(String name, String value) {}
