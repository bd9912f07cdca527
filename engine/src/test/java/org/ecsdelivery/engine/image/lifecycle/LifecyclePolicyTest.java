package org.ecsdelivery.engine.image.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that ECR takes, and what is wrong with others. */
class LifecyclePolicyTest {
    private static final String RULE = """
            {
              "rules": [
                {
                  "rulePriority": 1,
                  "description": "builds",
                  "selection": {
                    "tagStatus": "tagged",
                    "tagPatternList": ["build-*"],
                    "countType": "sinceImagePushed",
                    "countUnit": "days",
                    "countNumber": 30
                  },
                  "action": {
                    "type": "expire"
                  }
                },
                {
                  "rulePriority": 2,
                  "selection": {
                    "tagStatus": "any",
                    "countType": "imageCountMoreThan",
                    "countNumber": 100
                  },
                  "action": {"type": "expire"}
                }
              ]
            }
            """;

    private static final String ARCHIVE = """
            {"rules": [
              {"rulePriority": 1,
               "selection": {"tagStatus": "any", "countType": "sinceImagePulled", "countUnit": "days", "countNumber": 90},
               "action": {"type": "transition", "targetStorageClass": "archive"}},
              {"rulePriority": 2,
               "selection": {"tagStatus": "any", "storageClass": "archive", "countType": "sinceImageTransitioned",
                             "countUnit": "days", "countNumber": 365},
               "action": {"type": "expire"}}
            ]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {RULE, ARCHIVE})
    void takesWhatEcrTakes(String text) {
        assertThatCode(() -> LifecyclePolicy.checked(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "line {2}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"rulePriority\": 2;\"rulePriority\": 1;18;rulePriority 1 is given in line 4 already",
                "\"rulePriority\": 2;\"rulePriority\": 0;18;'rulePriority' is 0, and must be a whole number from 1",
                "\"rulePriority\": 2;\"rulePriority\": \"2\";18;'rulePriority' is '2', and must be a whole number from 1",
                "\"rulePriority\": 2;\"rulePriority\": 2.5;18;'rulePriority' is 2.5",
                "\"rulePriority\": 1,;\"rulePriority\": 3,;17;its tagStatus is any, so its rulePriority must be the highest",
                "\"rulePriority\": 1,;;3;'rulePriority' is missing",
                "\"description\": \"builds\";\"description\": 7;5;'description' holds 7, which is no text",
                "\"description\";\"comment\";5;'comment' is nothing that a rule has; it has rulePriority, description",
                "\"tagStatus\": \"tagged\";\"tagStatus\": \"labelled\";7;may be tagged, untagged, any",
                "\"tagStatus\": \"tagged\";\"tagStatus\": \"untagged\";6;tagPatternList is only for tagStatus tagged",
                "\"tagPatternList\": [\"build-*\"],;;6;one of tagPatternList and tagPrefixList is needed",
                "[\"build-*\"];[\"build-*\"], \"tagPrefixList\": [\"b\"];6;one of tagPatternList and tagPrefixList is needed",
                "[\"build-*\"];[];8;'tagPatternList' is empty",
                "[\"build-*\"];[\"*a*b*c*d*\"];8;has more than 4 wildcards",
                "[\"build-*\"];\"build-*\";8;is no list",
                "sinceImagePushed;sincePush;9;may be imageCountMoreThan, sinceImagePushed, sinceImagePulled",
                "sinceImagePushed;sinceImagePulled;6;countType sinceImagePulled goes with the action transition only",
                "sinceImagePushed;imageCountMoreThan;10;countUnit is not for countType imageCountMoreThan",
                "\"countUnit\": \"days\";\"countUnit\": \"weeks\";10;'countUnit' is 'weeks', and may be days",
                "\"countUnit\": \"days\",;;6;'countUnit' is missing",
                "\"countNumber\": 30;\"countNumber\": 0;11;'countNumber' is 0",
                "\"type\": \"expire\";\"type\": \"delete\";14;'type' is 'delete', and may be expire, transition",
                "\"type\": \"expire\";\"type\": \"transition\";13;'targetStorageClass' is missing",
                "\"rules\";\"rule\";2;'rule' is nothing that a lifecycle policy has",
                "\"countNumber\": 30;\"countNumber\": 30,;12;it is no JSON",
                "\"countNumber\": 30;\"countNumber\": 30, \"countNumber\": 31;11;it is no JSON: Duplicate field",
            })
    void saysInWhichLineWhatIsWrong(String found, String instead, int line, String words) {
        String text = RULE.replaceFirst(java.util.regex.Pattern.quote(found), instead == null ? "" : instead);
        assertThat(text).isNotEqualTo(RULE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifecyclePolicy.checked(text))
                .withMessageStartingWith("line " + line + ": ")
                .withMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"countNumber\": 365;\"countNumber\": 89;must be a whole number from 90",
                "\"storageClass\": \"archive\",;;'storageClass' is missing",
                "\"storageClass\": \"archive\";\"storageClass\": \"standard\";may be archive",
                "\"type\": \"expire\";\"type\": \"transition\", \"targetStorageClass\": \"archive\";goes with the action expire only",
                "\"targetStorageClass\": \"archive\";\"targetStorageClass\": \"attic\";may be archive",
            })
    void knowsWhatGoesWithTheArchive(String found, String instead, String words) {
        String text = ARCHIVE.replace(found, instead == null ? "" : instead);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifecyclePolicy.checked(text))
                .withMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "[]", "7", "null", "{\"rules\": {}}", "{\"rules\": []}", "{\"rules\": [7]}", "{} {}"})
    void refusesWhatIsNoPolicyAtAll(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifecyclePolicy.checked(text))
                .withMessageStartingWith("line 1: ");
    }

    @Test
    void doesNotFollowATextThatIsNestedWithoutEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifecyclePolicy.checked("[".repeat(20_000)))
                .withMessageContaining("nested too deep");
    }

    @Test
    void refusesMoreRulesThanEcrTakes() {
        String rules = IntStream.rangeClosed(1, 51)
                .mapToObj(number -> "{\"rulePriority\":" + number
                        + ",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"imageCountMoreThan\",\"countNumber\":1},"
                        + "\"action\":{\"type\":\"expire\"}}")
                .collect(Collectors.joining(",\n", "{\"rules\":[\n", "]}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifecyclePolicy.checked(rules))
                .withMessage("line 52: 51 rules are given, and ECR takes 1 to 50");
    }

    @Test
    void takesRulesForTheSameInWhateverOrderTheyStand() {
        String one = "{\"rules\":[{\"rulePriority\":1,\"a\":1.0},{\"rulePriority\":2}]}";
        String other = "{\"rules\": [{\"rulePriority\": 2}, {\"a\": 1, \"rulePriority\": 1}]}";
        assertThat(LifecyclePolicy.isSame(one, other)).isTrue();
        assertThat(LifecyclePolicy.isSame(one, other.replace("2}", "3}"))).isFalse();
        assertThat(LifecyclePolicy.isSame(one, "what is this")).isFalse();
    }
}
