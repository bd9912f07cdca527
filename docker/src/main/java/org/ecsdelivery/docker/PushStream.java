package org.ecsdelivery.docker;

import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.model.PushResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent.LayerRepeated;
import org.ecsdelivery.engine.event.ImageEvent.PushProgressed;
import org.jspecify.annotations.Nullable;

/** What the engine sends while it pushes: one line per layer and step, at the end a digest or an error. */
final class PushStream extends ResultCallbackTemplate<PushStream, PushResponseItem> {
    private static final Pattern DIGEST = Pattern.compile("digest: (sha256:[0-9a-f]{64})");

    private final EngineListener progress;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private @Nullable String digest;
    private @Nullable String error;

    /** How far one layer is. It never goes back, although the engine starts a layer over when a connection breaks. */
    private record Layer(boolean done, long sent, long size, boolean reused) {
        static final Layer NEW = new Layer(false, 0, 0, false);

        Layer sending(long current, long total) {
            long whole = Math.max(size, total);
            return new Layer(done, Math.max(sent, whole > 0 ? Math.min(current, whole) : current), whole, reused);
        }

        Layer finished(boolean wasThere) {
            long whole = Math.max(sent, size);
            return new Layer(true, whole, whole, wasThere && sent == 0);
        }
    }

    PushStream(EngineListener progress) {
        this.progress = progress;
    }

    @Override
    public void onNext(PushResponseItem item) {
        EngineWords.errorOf(item).ifPresent(words -> error = words);
        digestIn(item).ifPresent(found -> digest = found);
        String status = item.getStatus();
        if (status != null && item.getId() != null && isAboutALayer(status)) {
            layers.merge(
                    item.getId(), stepped(Layer.NEW, item, status), (before, now) -> stepped(before, item, status));
            tell();
        }
        if (status != null && status.startsWith("Retrying")) {
            progress.on(new LayerRepeated(status));
        }
    }

    private static boolean isAboutALayer(String status) {
        return switch (status) {
            case "Preparing", "Waiting", "Pushing", "Pushed", "Layer already exists" -> true;
            default -> status.startsWith("Mounted from") || status.startsWith("Retrying");
        };
    }

    private static Layer stepped(Layer layer, PushResponseItem item, String status) {
        if (status.equals("Pushed") || status.equals("Layer already exists") || status.startsWith("Mounted from")) {
            return layer.finished(!status.equals("Pushed"));
        }
        ProgressDetail detail = item.getProgressDetail();
        return detail == null || detail.getCurrent() == null
                ? layer
                : layer.sending(detail.getCurrent(), detail.getTotal() == null ? 0 : detail.getTotal());
    }

    private void tell() {
        int done = (int) layers.values().stream().filter(Layer::done).count();
        long sent = layers.values().stream().mapToLong(Layer::sent).sum();
        long size = layers.values().stream().mapToLong(Layer::size).sum();
        int reused = (int) layers.values().stream().filter(Layer::reused).count();
        progress.on(new PushProgressed(done, layers.size(), sent, Math.max(sent, size), reused));
    }

    private static Optional<String> digestIn(PushResponseItem item) {
        if (item.getAux() != null && item.getAux().getDigest() != null) {
            return Optional.of(item.getAux().getDigest());
        }
        Matcher matcher = DIGEST.matcher(String.valueOf(item.getStatus()));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
