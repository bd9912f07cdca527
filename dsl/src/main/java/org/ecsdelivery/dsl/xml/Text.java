package org.ecsdelivery.dsl.xml;

/**
 * Character data that is written escaped.
 *
 * @param value the characters
 */
public record Text(String value) implements Node {}
