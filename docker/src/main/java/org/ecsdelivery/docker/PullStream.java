package org.ecsdelivery.docker;

import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine sends while it pulls: of interest is only whether it ends with an error. */
final class PullStream extends ResultCallbackTemplate<PullStream, PullResponseItem> {
    private @Nullable String error;

    @Override
    public void onNext(PullResponseItem item) {
        EngineWords.errorOf(item).ifPresent(this::failed);
    }

    /** A refusal is no news for the agent's log. */
    @Override
    public void onError(Throwable failed) {
        if (failed instanceof DockerException answered) {
            failed(EngineWords.of(answered));
            onComplete();
        } else {
            super.onError(failed);
        }
    }

    private void failed(String words) {
        error = words;
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
