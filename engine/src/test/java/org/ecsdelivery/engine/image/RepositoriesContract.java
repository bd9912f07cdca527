package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.LifecyclePolicyFile;
import org.ecsdelivery.common.settings.LifecycleRule;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.settings.TagMutability;
import org.ecsdelivery.common.value.ImageReference;
import org.junit.jupiter.api.Test;

/** What the engine relies on in all {@link Repositories}, those in memory and those over the wire. */
public abstract class RepositoriesContract {
    private static final ImageReference SHOP = ImageReference.parse("team/shop");
    private static final RepositoryPolicy STRICT = new RepositoryPolicy(
            TagMutability.IMMUTABLE,
            List.of("latest", "personal-*"),
            Optional.of("alias/images"),
            true,
            Map.of("team", "shop"),
            List.of(
                    new LifecycleRule(Optional.empty(), Optional.empty(), Optional.of(7)),
                    new LifecycleRule(Optional.empty(), Optional.of(30), Optional.empty())),
            Optional.empty());

    /** Returns the adapter under test, with no repository in it. */
    protected abstract Repositories repositories();

    /** Has a push make repositories below a prefix. */
    protected abstract void addTemplate(String prefix);

    @Test
    void makesARepositoryAsEcrDoesWhereNothingIsAsked() {
        repositories().create(SHOP, RepositoryPolicy.DEFAULT);
        assertThat(repositories().look(SHOP))
                .contains(new RepositoryState("MUTABLE", List.of(), Optional.empty(), false));
        assertThat(repositories().lifecycle(SHOP)).isEmpty();
    }

    @Test
    void makesARepositoryAsAsked() {
        repositories().create(SHOP, STRICT);
        assertThat(repositories().look(SHOP))
                .contains(new RepositoryState(
                        "IMMUTABLE_WITH_EXCLUSION",
                        List.of("latest", "personal-*"),
                        Optional.of("alias/images"),
                        true));
        assertThat(repositories().lifecycle(SHOP)).isEqualTo(LifecycleText.of(STRICT));
    }

    @Test
    void givesARepositoryTheLifecyclePolicyOfAFileAsItStandsThere() {
        String text =
                "{ \"rules\": [\n  { \"rulePriority\": 10, \"description\": \"keep  some\", \"selection\": {\"tagStatus\":"
                        + " \"any\", \"countType\": \"imageCountMoreThan\", \"countNumber\": 3}, \"action\": {\"type\": \"expire\"}}]}";
        repositories().create(SHOP, RepositoryPolicy.DEFAULT.withLifecycle(new LifecyclePolicyFile("a.json", text)));
        assertThat(repositories().lifecycle(SHOP)).contains(text);
    }

    @Test
    void leavesARepositoryAsItIsThatWasMadeMeanwhile() {
        repositories().create(SHOP, RepositoryPolicy.DEFAULT);
        repositories().create(SHOP, STRICT);
        assertThat(repositories().look(SHOP).orElseThrow().mutability()).isEqualTo("MUTABLE");
        assertThat(repositories().lifecycle(SHOP)).isEmpty();
    }

    @Test
    void knowsNothingOfARepositoryThatIsNotThere() {
        assertThat(repositories().look(SHOP)).isEmpty();
        assertThat(repositories().lifecycle(SHOP)).isEmpty();
    }

    @Test
    void knowsTheTemplateThatMakesARepositoryOnAPush() {
        assertThat(repositories().templateOnPush(SHOP)).isEmpty();
        addTemplate("team");
        assertThat(repositories().templateOnPush(SHOP)).contains("team");
        assertThat(repositories().templateOnPush(ImageReference.parse("teams/shop")))
                .isEmpty();
    }
}
