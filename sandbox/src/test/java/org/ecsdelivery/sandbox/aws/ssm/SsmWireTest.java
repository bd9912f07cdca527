package org.ecsdelivery.sandbox.aws.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.RealClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** The real client in front of the stand-in's Parameter Store. */
class SsmWireTest {
    private final LocalAws aws = LocalAws.builder().start();
    private final SsmClient ssm = RealClients.of(SsmClient.builder(), aws);

    @AfterEach
    void close() {
        ssm.close();
        aws.close();
    }

    @Test
    void showsASecureStringOnlyWhenItIsToBeDecrypted() {
        aws.parameters().secure("/shop/db-password", " with blanks \nand lines ");

        assertThat(ssm.getParameter(each -> each.name("/shop/db-password").withDecryption(true))
                        .parameter())
                .extracting(Parameter::value, Parameter::type, Parameter::arn)
                .containsExactly(
                        " with blanks \nand lines ",
                        ParameterType.SECURE_STRING,
                        "arn:aws:ssm:eu-central-1:123456789012:parameter/shop/db-password");
        assertThat(ssm.getParameter(each -> each.name("/shop/db-password"))
                        .parameter()
                        .value())
                .doesNotContain("blanks");
    }

    @Test
    void givesTenOnAPage() {
        IntStream.range(0, 23).forEach(each -> aws.parameters().text("/shop/p" + each, "v" + each));

        List<Integer> sizes = ssm.getParametersByPathPaginator(each -> each.path("/shop")).stream()
                .map(GetParametersByPathResponse::parameters)
                .map(List::size)
                .toList();

        assertThat(sizes).containsExactly(10, 10, 3);
    }

    @Test
    void goesDownOnlyWhenToldTo() {
        aws.parameters().text("/shop/prod/url", "u");
        aws.parameters().text("/shop/level", "l");
        aws.parameters().text("/shopping/other", "o");

        assertThat(ssm.getParametersByPath(each -> each.path("/shop")).parameters())
                .extracting(Parameter::name)
                .containsExactly("/shop/level");
        assertThat(ssm.getParametersByPath(each -> each.path("/shop").recursive(true))
                        .parameters())
                .extracting(Parameter::name)
                .containsExactly("/shop/level", "/shop/prod/url");
    }

    @Test
    void tellsTheNamesThatItDoesNotKnow() {
        aws.parameters().text("/shop/url", "u");

        assertThat(ssm.getParameters(each -> each.names("/shop/url", "/shop/none"))
                        .invalidParameters())
                .containsExactly("/shop/none");
    }

    @Test
    void takesTenNamesAtMost() {
        List<String> eleven =
                IntStream.range(0, 11).mapToObj(each -> "/shop/p" + each).toList();

        assertThatThrownBy(() -> ssm.getParameters(each -> each.names(eleven)))
                .isInstanceOf(SsmException.class)
                .hasMessageContaining("less than or equal to 10");
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        assertThatThrownBy(() -> ssm.getParameter(each -> each.name("/none")))
                .isInstanceOf(ParameterNotFoundException.class);
    }

    @Test
    void putsAParameterOverAnotherOnlyWhenToldTo() {
        ssm.putParameter(each -> each.name("/shop/url").value("one").type(ParameterType.STRING));

        assertThatThrownBy(() -> ssm.putParameter(each -> each.name("/shop/url").value("two")))
                .isInstanceOf(ParameterAlreadyExistsException.class);
        assertThat(ssm.putParameter(each -> each.name("/shop/url").value("two").overwrite(true))
                        .version())
                .isEqualTo(2);
    }
}
