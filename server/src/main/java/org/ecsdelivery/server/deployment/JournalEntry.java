package org.ecsdelivery.server.deployment;

import java.util.List;
import java.util.Optional;

/**
 * A deployment in the journal.
 *
 * @param build TeamCity's number of the build
 * @param step the id of its step
 * @param service the service
 * @param report what the step told last
 * @param notes what the server did about it
 */
record JournalEntry(long build, String step, String service, Report report, List<JournalNote> notes) {
    JournalEntry {
        notes = List.copyOf(notes);
    }

    /** Tells whether the step has not told how it ended, and the server has not either. */
    boolean isOpen() {
        return report.isUnderWay() && !has(JournalNote.Kind.CLOSED);
    }

    boolean has(JournalNote.Kind kind) {
        return last(kind).isPresent();
    }

    /** Returns the text of the last note of a kind. */
    Optional<String> last(JournalNote.Kind kind) {
        return notes.stream()
                .filter(note -> note.kind() == kind)
                .map(JournalNote::text)
                .reduce((older, newer) -> newer);
    }
}
