package org.ecsdelivery.docker.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFilesTest {
    @TempDir
    static Path shared;

    private static Keys keys;

    @TempDir
    Path directory;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = new Keys(shared).authority("authority").signed("client", "authority", "eku=clientAuth");
    }

    @BeforeEach
    void layOut() throws Exception {
        keys.directory(directory, "authority", "client");
    }

    private EngineException refusalNaming(String file) {
        EngineException failure = catchThrowableOfType(EngineException.class, () -> new TlsFiles(directory).context());
        assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE);
        assertThat(failure.fact()).isEqualTo("TLS to Docker cannot be set up from " + directory.resolve(file));
        assertThat(failure.remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("DOCKER_CERT_PATH"));
        return failure;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "cert.pem", "key.pem"})
    void namesTheFileThatIsMissing(String file) throws Exception {
        Files.delete(directory.resolve(file));
        assertThat(refusalNaming(file).reported())
                .hasValueSatisfying(words -> assertThat(words).contains("NoSuchFile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "cert.pem", "key.pem"})
    void namesTheFileThatIsEmpty(String file) throws Exception {
        Files.writeString(directory.resolve(file), "");
        refusalNaming(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "cert.pem", "key.pem"})
    void namesTheFileThatIsNoPem(String file) throws Exception {
        Files.writeString(directory.resolve(file), "this is not a certificate");
        refusalNaming(file);
    }

    @Test
    void readsSeveralAuthoritiesWithTextBetweenThem() throws Exception {
        String one = keys.certificate("authority");
        String other = keys.certificate("client");
        Files.writeString(directory.resolve("ca.pem"), "Subject: CN=one\n" + one + "\nSubject: CN=other\n" + other);
        assertThatCode(() -> new TlsFiles(directory).context()).doesNotThrowAnyException();
    }
}
