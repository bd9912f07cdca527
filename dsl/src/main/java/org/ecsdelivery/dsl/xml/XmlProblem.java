package org.ecsdelivery.dsl.xml;

/** A file that is no XML, or XML of a kind that settings never are. */
public final class XmlProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    XmlProblem(Origin place, String what) {
        super(place + ": " + what);
    }
}
