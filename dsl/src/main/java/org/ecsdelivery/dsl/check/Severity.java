package org.ecsdelivery.dsl.check;

/** How bad a problem is. */
public enum Severity {
    /** TeamCity would refuse the settings, or a build could not run: nothing is written. */
    ERROR,
    /** It may be meant. */
    WARNING
}
