package org.ecsdelivery.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered, and what is never asked of AWS for anybody. */
class AccessControllerTest {
    private final PageOfStep page = new PageOfStep();

    @AfterEach
    void close() {
        page.close();
    }

    private void nobodyAskedAws() {
        assertThat(page.aws.calls().all()).isEmpty();
        assertThat(page.asked).isEmpty();
    }

    @Test
    void answersPostOnly() {
        page.method = "GET";
        assertThat(page.withConnection().test()).contains("Only POST");
        assertThat(page.status).isEqualTo(405);
        nobodyAskedAws();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void answersPagesOfThisServerOnly(String token) {
        page.token = token;
        assertThat(page.withConnection().test()).contains("no token");
        assertThat(page.status).isEqualTo(403);
        nobodyAskedAws();
    }

    @Test
    void answersWhoeverMayEditTheProjectOnly() {
        when(page.user.isPermissionGrantedForProject(anyString(), any())).thenReturn(false);
        assertThat(page.withConnection().test()).contains("you may not edit it");
        assertThat(page.status).isEqualTo(403);
        nobodyAskedAws();
    }

    @Test
    void tellsNobodyWhichConfigurationsThereAre() {
        when(page.user.isPermissionGrantedForProject(anyString(), any())).thenReturn(false);
        String mayNot = page.test();
        page.id = "buildType:Nothing";
        assertThat(page.test()).isEqualTo(mayNot);
        page.id = "template:Shop_Base";
        assertThat(page.test()).isEqualTo(mayNot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "http://127.0.0.1:8111",
                "http://localhost",
                "https://10.0.0.7",
                "https://abc.execute-api.eu-central-1.amazonaws.com",
                "https://bucket.s3.eu-central-1.amazonaws.com",
                "https://ecs.eu-central-1.amazonaws.com.example.org",
                "https://ecs.eu-central-1.amazonaws.com:8443",
                "http" + "://ecs.eu-central-1.amazonaws.com"
            })
    void callsNoAddressThatIsNotAwssOwnOrAllowed(String address) {
        page.withConnection().enter("aws.endpoint", address);
        assertThat(page.test()).contains("The server calls no other addresses", AllowedAddresses.PROPERTY);
        assertThat(page.offer("cluster")).contains("The server calls no other addresses");
        nobodyAskedAws();
    }

    @Test
    void usesAStoredSecretWithWhatItWasSavedWith() {
        assertThat(page.savedWithKeys().test()).contains("Connected as", "keys of the step");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws.accessKeyId", "aws.roleArn", "aws.externalId", "aws.region", "aws.endpoint"})
    void usesAStoredSecretWithNothingElse(String changed) {
        page.savedWithKeys().enter(changed, "arn:aws:iam::123456789012:role/other");
        assertThat(page.test()).contains("Save the step first");
        nobodyAskedAws();
    }

    @Test
    void takesNoSecretFromARequest() {
        page.enter("aws.accessKeyId", "AKIDOFSTEP").enter("secure:aws.secretAccessKey", "from-a-request");
        assertThat(page.test()).contains("Save the step first");
        nobodyAskedAws();
    }

    @Test
    void answersWithoutAnySecret() {
        page.withConnection();
        assertThat(page.test() + page.offer("cluster")).doesNotContain("s3cret", "t0ken");
        page.enter("aws.connection", "").savedWithKeys();
        assertThat(page.test() + page.offer("cluster")).doesNotContain(PageOfStep.SECRET);
    }

    @Test
    void asksNothingThatOnlyABuildKnows() {
        page.enter("aws.connection", "%aws.connection.of.stage%");
        assertThat(page.test()).contains("Only a build knows", "aws.connection");
        nobodyAskedAws();
    }
}
