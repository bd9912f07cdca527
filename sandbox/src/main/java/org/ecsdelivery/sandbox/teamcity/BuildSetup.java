package org.ecsdelivery.sandbox.teamcity;

/** The parts every stage of one build works with. */
record BuildSetup(
        BuildConfiguration configuration,
        BuildInputs inputs,
        BuildFacts facts,
        BuildLog lines,
        FlowLog log,
        Passwords passwords,
        Interruption interruption) {}
