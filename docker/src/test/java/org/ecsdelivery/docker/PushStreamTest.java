package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.PushResponseItem;
import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.ImageEvent.LayerRepeated;
import org.ecsdelivery.engine.event.ImageEvent.PushProgressed;
import org.junit.jupiter.api.Test;

class PushStreamTest {
    private final List<PushProgressed> heard = new ArrayList<>();

    private final List<LayerRepeated> repeated = new ArrayList<>();

    private void hear(EngineEvent event) {
        if (event instanceof PushProgressed progress) {
            heard.add(progress);
        } else {
            repeated.add((LayerRepeated) event);
        }
    }

    private PushStream play(String documents) {
        return Recorded.play(documents, PushResponseItem.class, new PushStream(this::hear));
    }

    @Test
    void tellsHowFarItIsInLayersAndBytes() {
        play(Recorded.text("push.jsonl"));
        assertThat(heard)
                .containsExactly(
                        new PushProgressed(0, 1, 0, 0),
                        new PushProgressed(0, 1, 33_280, 3_000_000),
                        new PushProgressed(0, 1, 3_000_000, 3_000_000),
                        new PushProgressed(1, 1, 3_000_000, 3_000_000));
    }

    @Test
    void knowsTheDigest() {
        assertThat(play(Recorded.text("push.jsonl")).digest())
                .contains("sha256:f6fd8b1ae772391529ba4585b91b9869834710bf15b5f3db0ec6ac7f9e4744fa");
    }

    @Test
    void knowsTheDigestOfAnEngineThatOnlySaysIt() {
        String digest = "sha256:" + "0123456789abcdef".repeat(4);
        assertThat(play("{\"status\":\"1: digest: " + digest + " size: 528\"}").digest())
                .contains(digest);
    }

    @Test
    void countsALayerAsDoneThatIsThereAlready() {
        play(Recorded.text("push-again.jsonl"));
        assertThat(heard).last().isEqualTo(new PushProgressed(1, 1, 0, 0, 1));
    }

    @Test
    void countsALayerAsDoneThatIsMountedFromAnotherRepository() {
        play("""
                {"status":"Preparing","progressDetail":{},"id":"f828e3d90fc4"}
                {"status":"Mounted from team/base","progressDetail":{},"id":"f828e3d90fc4"}
                """);
        assertThat(heard).last().isEqualTo(new PushProgressed(1, 1, 0, 0, 1));
    }

    @Test
    void quotesTheRefusal() {
        PushStream stream = play(Recorded.text("push-denied.jsonl"));
        assertThat(stream.error())
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("denied: User: arn:aws:sts::123456789012:assumed-role/build/agent-1 is not"
                                + " authorized to perform: ecr:InitiateLayerUpload"));
        assertThat(stream.digest()).isEmpty();
    }

    @Test
    void neverGoesBackWhenTheEngineStartsALayerOver() {
        play("""
                {"status":"Pushing","progressDetail":{"current":800,"total":1000},"id":"a"}
                {"status":"Retrying in 1 second","progressDetail":{},"id":"a"}
                {"status":"Pushing","progressDetail":{"current":100,"total":1000},"id":"a"}
                {"status":"Pushed","progressDetail":{},"id":"a"}
                """);
        assertThat(heard).extracting(PushProgressed::bytesSent).containsExactly(800L, 800L, 800L, 1000L);
        assertThat(repeated).containsExactly(new LayerRepeated("Retrying in 1 second"));
    }

    @Test
    void neverGoesBackWhenTheSizeOfALayerIsNotKnown() {
        play("""
                {"status":"Pushing","progressDetail":{"current":800},"id":"a"}
                {"status":"Pushed","progressDetail":{},"id":"a"}
                """);
        assertThat(heard).extracting(PushProgressed::bytesSent).containsExactly(800L, 800L);
    }

    @Test
    void takesNoOtherNewsForALayer() {
        play("""
                {"status":"The push refers to repository [127.0.0.1:5000/team/shop]"}
                {"status":"Something new","progressDetail":{},"id":"a"}
                """);
        assertThat(heard).isEmpty();
    }
}
