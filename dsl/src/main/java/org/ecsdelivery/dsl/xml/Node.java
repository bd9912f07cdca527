package org.ecsdelivery.dsl.xml;

/** What an element may contain. */
public sealed interface Node permits Element, Text, Cdata, Comment {}
