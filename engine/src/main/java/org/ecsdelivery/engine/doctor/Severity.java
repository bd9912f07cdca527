package org.ecsdelivery.engine.doctor;

/** How bad a finding is. */
public enum Severity {
    /** Deployments fail of it, or requests do not arrive. */
    ERROR,
    /** Deployments go well with it until the day they do not. */
    WARNING
}
