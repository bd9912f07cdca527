package org.ecsdelivery.engine.coverage;

/** What it means when a report tells the same thing of one file twice. */
public enum Repeats {
    /** It ran that often more: lines add up, and a function of the same name and line is the same function. */
    ADD_UP,
    /** It is another part: a line ran as often as the busiest of its parts; functions and statements are told apart. */
    ARE_PARTS,
    /** A line ran as often as the busiest of its parts, but a function or statement of the same place is the same. */
    OVERLAP
}
