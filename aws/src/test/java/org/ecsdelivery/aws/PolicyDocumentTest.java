package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {
    @Test
    void readsOneStatementWithoutBracketsAndSeveralWithThem() {
        assertThat(PolicyDocument.parse("{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"ecr:*\"}}")
                        .statements())
                .singleElement()
                .returns(false, PolicyDocument.Statement::allows);
        assertThat(PolicyDocument.parse("{\"Statement\":[{\"Effect\":\"Allow\"},{\"Effect\":\"Deny\"}]}")
                        .statements())
                .extracting(PolicyDocument.Statement::allows)
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "ecr:BatchGetImage, true",
        "ecr:Batch*, true",
        "ECR:batchgetimage, true",
        "ecr:BatchGetImag?, true",
        "'*', true",
        "ecr:BatchGet, false",
        "ecr.BatchGetImage, false"
    })
    void takesWildCardsAndEitherCase(String pattern, boolean speaks) {
        assertThat(statement("\"Action\":[\"" + pattern + "\"]").speaksOf("ecr:BatchGetImage"))
                .isEqualTo(speaks);
    }

    @Test
    void tellsWhichServicesItIsAboutAndWhetherUnderConditions() {
        assertThat(statement("\"Principal\":{\"Service\":[\"ecs-tasks.amazonaws.com\"]}")
                        .services())
                .containsExactly("ecs-tasks.amazonaws.com");
        assertThat(statement("\"Principal\":\"*\"").services()).isEmpty();
        assertThat(statement("\"Condition\":{}").conditional()).isTrue();
        assertThat(statement("\"Action\":[]").conditional()).isFalse();
    }

    private static PolicyDocument.Statement statement(String member) {
        return PolicyDocument.parse("{\"Statement\":{\"Effect\":\"Allow\"," + member + "}}")
                .statements()
                .get(0);
    }
}
