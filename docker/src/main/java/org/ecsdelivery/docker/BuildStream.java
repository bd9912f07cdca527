package org.ecsdelivery.docker;

import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.ResponseItem.AuxDetail;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the engine sends while it builds: pieces of text, news about base images, at the end an id or an error. */
final class BuildStream extends ResultCallbackTemplate<BuildStream, BuildResponseItem> {
    private static final Pattern STEP = Pattern.compile("^Step \\d+/\\d+ : .*$");
    private static final Pattern SUCCESS = Pattern.compile("^Successfully built ([0-9a-f]+)$");

    private final Consumer<String> output;
    private final StringBuilder unfinished = new StringBuilder();
    private @Nullable String step;
    private @Nullable String imageId;
    private @Nullable String error;

    BuildStream(Consumer<String> output) {
        this.output = output;
    }

    @Override
    public void onNext(BuildResponseItem item) {
        EngineWords.errorOf(item).ifPresent(words -> error = words);
        idIn(item.getAux()).ifPresent(id -> imageId = id);
        if (item.getStream() != null) {
            hear(item.getStream());
        } else if (item.getStatus() != null && isNews(item)) {
            tell(item.getId() == null ? item.getStatus() : item.getId() + ": " + item.getStatus());
        }
    }

    /** Bars of a download are left out, as the docker command does when it writes to a file. */
    private static boolean isNews(BuildResponseItem item) {
        return item.getProgressDetail() == null || item.getProgressDetail().getCurrent() == null;
    }

    private static Optional<String> idIn(@Nullable AuxDetail aux) {
        return aux == null
                ? Optional.empty()
                : Optional.ofNullable(aux.getRawValues().get("ID")).map(String::valueOf);
    }

    private void hear(String text) {
        unfinished.append(text);
        for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n")) {
            tell(unfinished.substring(0, end));
            unfinished.delete(0, end + 1);
        }
    }

    private void tell(String line) {
        String text = line.stripTrailing();
        if (STEP.matcher(text).matches()) {
            step = text;
        }
        Matcher success = SUCCESS.matcher(text);
        if (success.matches() && imageId == null) {
            imageId = success.group(1);
        }
        if (!text.isEmpty()) {
            output.accept(text);
        }
    }

    @Override
    public void onComplete() {
        if (unfinished.length() > 0) {
            hear("\n");
        }
        super.onComplete();
    }

    Optional<String> step() {
        return Optional.ofNullable(step);
    }

    Optional<String> imageId() {
        return Optional.ofNullable(imageId);
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
