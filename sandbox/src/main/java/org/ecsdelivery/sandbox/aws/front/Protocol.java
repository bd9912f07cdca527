package org.ecsdelivery.sandbox.aws.front;

/** How a service is spoken to. */
public enum Protocol {
    /** AWS JSON 1.1: the operation stands in a header. */
    JSON,
    /** Query: a form, answered in XML. */
    QUERY,
    /** REST as S3 does it: the operation is the method, what it acts on is the path; errors are XML of their own. */
    REST
}
