package org.ecsdelivery.engine.coverage.format.xml;

/** Takes the elements of a report as they come. */
interface Elements {
    /** An element begins. */
    void start(Element element);

    /** An element ended. */
    void end(String name);

    /** Tells whether the text of the element that just began is wanted. */
    default boolean wantsText(String name) {
        return false;
    }

    /** The text of an element that was wanted; it comes before its end. */
    default void text(String text) {}

    /** The report ended well. */
    default void finish() {}
}
