package org.ecsdelivery.dsl.xml;

/**
 * Character data that is written as it is.
 *
 * @param value the characters
 */
public record Cdata(String value) implements Node {}
