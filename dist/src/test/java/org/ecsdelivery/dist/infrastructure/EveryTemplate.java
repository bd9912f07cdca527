package org.ecsdelivery.dist.infrastructure;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs a test with the name of each template. */
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(strings = {"application-pipeline.yaml", "log-alarm.yaml"})
@interface EveryTemplate {}
