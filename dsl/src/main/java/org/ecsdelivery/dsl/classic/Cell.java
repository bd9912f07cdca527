package org.ecsdelivery.dsl.classic;

/** A command of a configuration, and what becomes of it. */
final class Cell {
    private final SourceStep step;
    private Item item;
    private boolean consumed;

    Cell(SourceStep step, Item item) {
        this.step = step;
        this.item = item;
    }

    SourceStep step() {
        return step;
    }

    Item item() {
        return item;
    }

    Meaning meaning() {
        return item.meaning();
    }

    void become(Meaning meaning) {
        item = item.as(meaning);
    }

    /** Notes that a typed step does what this command does. */
    void consume() {
        consumed = true;
    }

    boolean isConsumed() {
        return consumed;
    }

    boolean stays() {
        return !consumed && item.stays();
    }

    boolean isTyped() {
        return !consumed && meaning() instanceof Meaning.Typed;
    }

    String source() {
        return step.text().isEmpty() ? "docker" : step.source(item);
    }

    String where() {
        return step.text().isEmpty()
                ? "in step " + step.id()
                : "in line " + item.statement().line() + " of step " + step.id();
    }
}
