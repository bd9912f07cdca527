package org.ecsdelivery.engine.image;

import java.util.List;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.image.built.CacheNote;

/** Tells what went otherwise with caches in registries. */
final class CacheNews {
    private CacheNews() {}

    static void tell(List<CacheNote> notes, EngineListener listener) {
        notes.stream().map(CacheNews::event).forEach(listener::on);
    }

    private static EngineEvent event(CacheNote note) {
        return switch (note.kind()) {
            case MISSING -> new ImageEvent.CacheMissing(note.cache());
            case UNREAD ->
                new EngineEvent.Warned("The cache " + note.cache()
                        + " could not be read, and the build went without it: " + note.reported());
            case UNWRITTEN ->
                new EngineEvent.Warned("The cache " + note.cache()
                        + " could not be written; the image is as good without it: " + note.reported());
        };
    }
}
