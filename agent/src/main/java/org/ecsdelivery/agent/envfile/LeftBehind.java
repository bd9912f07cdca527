package org.ecsdelivery.agent.envfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.ecsdelivery.agent.envfile.Removal.Outcome;

/** Takes away the env files of builds whose agent died before their end. */
public final class LeftBehind {
    private final Journal journal;
    private final LongPredicate underWay;

    /**
     * Makes it.
     *
     * @param underWay tells the builds whose files are still in use
     */
    public LeftBehind(Journal journal, LongPredicate underWay) {
        this.journal = journal;
        this.underWay = underWay;
    }

    /** Takes them away and returns what became of each. */
    public List<Removal> clear() {
        List<Removal> removals = new ArrayList<>();
        try {
            for (Path entry : journal.entries()) {
                clear(entry).ifPresent(removals::add);
            }
        } catch (IOException cause) {
            removals.add(new Removal(journal.directory(), Outcome.FAILED, cause.toString()));
        }
        return removals;
    }

    private Optional<Removal> clear(Path entry) {
        try {
            Optional<FileOnDisk> file = FileOnDisk.of(entry);
            if (file.isEmpty()) {
                Journal.forget(entry);
                return Optional.of(
                        new Removal(entry, Outcome.LEFT_ALONE, "it is no entry of the journal of env files"));
            }
            return file.filter(each -> !underWay.test(each.build())).map(FileOnDisk::removeLater);
        } catch (IOException cause) {
            return Optional.of(new Removal(entry, Outcome.FAILED, cause.toString()));
        }
    }
}
