package org.ecsdelivery.dsl.check;

/** Looks at all settings for one kind of problem. */
interface Check {
    void look(Scene scene);
}
