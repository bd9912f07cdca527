package org.ecsdelivery.dsl.check;

/** What settings are held to. The code stands in messages, so that one can look it up. */
public enum Rule {
    /** An id begins with a Latin letter, has Latin letters, digits and underscores, at most 225. */
    ID_FORM("ID1"),
    /** An id stands for one project, one build configuration or template, one VCS root, whatever the case of its letters. */
    ID_UNIQUE("ID2"),
    /** An id begins with that of its project. */
    ID_PREFIX("ID3"),
    /** A name is there, and no other beside it has it. */
    NAME("NM1"),
    /** What is named by its id exists. */
    REFERENCE("REF1"),
    /** What is named belongs to the same project or to one above. */
    VISIBILITY("REF2"),
    /** Nothing waits for itself. */
    CYCLE("CYC"),
    /** A step has what it cannot run without, in a form that its runner takes. */
    STEP_PARAMETER("STEP1"),
    /** An id stands for one entry of a configuration, and an entry that replaces a template's is of its type. */
    ENTRY_ID("STEP2"),
    /** The type of a configuration fits what it does. */
    CONFIGURATION_TYPE("TYP1"),
    /** A parameter has a usable name, and what refers to it finds it. */
    PARAMETER("PRM1"),
    /** No secret stands in the settings. */
    SECRET("SEC1"),
    /** A file can hold every character. */
    CHARACTER("XML1"),
    /** The project at the top says where its settings are kept. */
    VERSIONED_SETTINGS("VS1"),
    /** A uuid stands for one thing. */
    UUID("UUID1"),
    /** The chosen form of the settings knows every element. */
    PROFILE("VER1"),
    /** An option has a value that TeamCity takes. */
    OPTION("OPT1"),
    /** A condition can be judged. */
    CONDITION("CND1"),
    /** A rule for paths or branches can be read. */
    PATH_RULE("RUL1"),
    /** A VCS root has what it cannot be read without. */
    VCS_ROOT("VCS1"),
    /** A trigger has what it waits for, in numbers that there are. */
    TRIGGER("TRG1"),
    /** A dependency or a checkout is there once, and on something else. */
    DEPENDENCY("DEP1");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    /** Returns the code. */
    public String code() {
        return code;
    }
}
