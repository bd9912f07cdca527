package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.value.ServiceName;
import org.junit.jupiter.api.Test;

class DoctorParametersTest {
    private final Map<String, String> given =
            new HashMap<>(Map.of("doctor.cluster", "shop", "doctor.services", "shop-qa"));

    @Test
    void takesServicesApartHoweverTheyAreSeparatedAndEachOnce() {
        given.put("doctor.services", "shop-qa, shop-prod\nshop-qa");

        assertThat(settings().services()).containsExactly(new ServiceName("shop-qa"), new ServiceName("shop-prod"));
    }

    @Test
    void failsOfErrorsUnlessToldOtherwise() {
        assertThat(settings().failOn()).isEqualTo(FailOn.ERROR);
        given.put("doctor.failOn", "NONE");
        assertThat(settings().failOn()).isEqualTo(FailOn.NONE);
    }

    @Test
    void tellsEveryProblemAtOnce() {
        given.put("doctor.cluster", "");
        given.put("doctor.services", "shop qa!");
        given.put("doctor.failOn", "SOMETIMES");

        assertThat(DoctorParameters.parse(given, References.RESOLVED).invalidParameters())
                .extracting(InvalidParameter::parameter)
                .containsExactly(DoctorParameters.CLUSTER, DoctorParameters.SERVICES, DoctorParameters.FAIL_ON);
    }

    @Test
    void leavesReferencesToTheBuild() {
        given.put("doctor.services", "%services%");

        assertThat(DoctorParameters.parse(given, References.UNRESOLVED)).isInstanceOf(Parsed.Deferred.class);
    }

    private DoctorSettings settings() {
        return ((Parsed.Valid<DoctorSettings>) DoctorParameters.parse(given, References.RESOLVED)).settings();
    }
}
