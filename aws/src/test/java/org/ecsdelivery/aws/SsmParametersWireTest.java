package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.ecsdelivery.engine.envfile.ParameterStore;
import org.ecsdelivery.engine.envfile.ParameterStoreContract;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parameters of Systems Manager over the wire. */
class SsmParametersWireTest extends ParameterStoreContract {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected ParameterStore parameters() {
        return sandbox.clients.parameters();
    }

    @Override
    protected String plain(String name, String value) {
        return sandbox.aws.parameters().text(name, value);
    }

    @Override
    protected String secure(String name, String value) {
        return sandbox.aws.parameters().secure(name, value);
    }

    @Test
    void countsEachPageByItsAction() {
        IntStream.range(0, 11).forEach(each -> plain("/shop/p" + each, "v"));

        parameters().below("/shop");

        assertThat(sandbox.clients.requests()).containsEntry("ssm:GetParametersByPath", 2L);
    }

    @Test
    void triesAgainWhenThrottledAndWhenAwsFailsAndWhenTheConnectionBreaks() {
        plain("/shop/url", "https://shop");
        sandbox.aws.faults().next("ssm", "GetParametersByPath", Fault.throttled());
        sandbox.aws.faults().next("ssm", "GetParametersByPath", Fault.server(503));
        sandbox.aws.faults().next("ssm", "GetParametersByPath", Fault.dropped());

        assertThat(parameters().below("/shop")).hasSize(1);
        assertThat(sandbox.clients.requests()).containsEntry("ssm:GetParametersByPath", 4L);
    }

    @Test
    void saysThatAwsAsksToWaitWhenItDoesSoForTooLong() {
        sandbox.aws.faults().always("ssm", "GetParametersByPath", Fault.throttled());

        assertThatThrownBy(() -> parameters().below("/shop"))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("Rate exceeded (ThrottlingException");
    }

    @Test
    void namesThePermissionThatIsMissing() {
        String arn = plain("/shop/url", "https://shop");
        sandbox.aws.faults().always("ssm", "GetParameters", Fault.denied(arn));

        assertThatThrownBy(() -> parameters().named(List.of("/shop/url")))
                .isInstanceOf(AccessDenied.class)
                .hasMessageStartingWith("The build may not ssm:GetParameters on " + arn);
    }

    @Test
    void namesTheKeyWhenItIsTheKeyThatMustNotBeUsed() {
        sandbox.aws
                .faults()
                .always(
                        "ssm",
                        "GetParametersByPath",
                        Fault.error(
                                "AccessDeniedException",
                                400,
                                "The ciphertext refers to a customer master key that does not exist, does not exist in this"
                                        + " region, or you are not allowed to access."));

        assertThatThrownBy(() -> parameters().below("/shop"))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.action()).isEqualTo("kms:Decrypt"));
    }

    @Test
    void saysThatTheSessionIsOver() {
        sandbox.aws.faults().always("ssm", "*", Fault.expiredToken());

        assertThatThrownBy(() -> parameters().below("/shop"))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS));
    }

    @Test
    void tellsNothingOfHalfAnAnswer() {
        secure("/shop/password", "hunter2hunter2hunter2hunter2hunter2hunter2hunter2hunter2hunter2");
        sandbox.aws.faults().always("ssm", "GetParametersByPath", Fault.malformed());

        Throwable failure = catchThrowable(() -> parameters().below("/shop"));

        assertThat(failure).isInstanceOf(TransientFailure.class);
        assertThat(failure).hasStackTraceContaining("GetParametersByPath");
        assertThat(stack(failure)).doesNotContain("hunter2");
    }

    private static String stack(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
