package org.ecsdelivery.docker;

import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.util.Map;
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
    private @Nullable String spokenId;
    private @Nullable String error;

    BuildStream(Consumer<String> output) {
        this.output = output;
    }

    @Override
    public void onNext(BuildResponseItem item) {
        EngineWords.errorOf(item).ifPresent(words -> error = words);
        idIn(item).ifPresent(id -> imageId = id);
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

    /** docker-java's own type of the part "aux" drops the id; what it has kept raw is the whole document. */
    private static Optional<String> idIn(BuildResponseItem item) {
        return item.getRawValues().get("aux") instanceof Map<?, ?> aux
                ? Optional.ofNullable(aux.get("ID")).map(String::valueOf)
                : Optional.empty();
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
        if (success.matches()) {
            spokenId = success.group(1);
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

    /** Engines before 17.06 say the id only in their last line; a command in the Dockerfile may print such a line before. */
    Optional<String> imageId() {
        return Optional.ofNullable(imageId).or(() -> Optional.ofNullable(spokenId));
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
