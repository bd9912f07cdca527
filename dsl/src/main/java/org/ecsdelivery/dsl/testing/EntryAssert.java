package org.ecsdelivery.dsl.testing;

import org.ecsdelivery.dsl.model.Entry;

/** Asserts what is set in a step, trigger or feature. */
public final class EntryAssert {
    private final String title;
    private final Entry entry;
    private final References references;

    EntryAssert(String title, Entry entry, References references) {
        this.title = title;
        this.entry = entry;
        this.references = references;
    }

    /** Asserts its type, such as {@code simpleRunner}. */
    public EntryAssert isOf(String type) {
        if (!entry.type().equals(type)) {
            throw new AssertionError(title + " is of the type " + entry.type() + ", not of " + type);
        }
        return this;
    }

    /** Asserts the value of a parameter, as it is written, or with references looked up. */
    public EntryAssert has(String name, String value) {
        references.require(title + ", parameter " + name, entry.parameters(), name, value);
        return this;
    }

    /** Asserts that a parameter is not set, so that its default holds. */
    public EntryAssert hasNo(String name) {
        String found = entry.parameters().get(name);
        if (found != null) {
            throw new AssertionError(title + " has the parameter " + name + ": '" + found + "'");
        }
        return this;
    }
}
