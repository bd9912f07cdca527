package org.ecsdelivery.dsl.xml;

/**
 * A comment that somebody left in a file.
 *
 * @param value what stands between the marks
 */
public record Comment(String value) implements Node {}
