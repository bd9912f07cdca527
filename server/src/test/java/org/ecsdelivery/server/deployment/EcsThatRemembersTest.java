package org.ecsdelivery.server.deployment;

/** The stand-in keeps the contract. */
class EcsThatRemembersTest extends EcsRecordsContract {
    @Override
    EcsRecords underWay() {
        return new EcsThatRemembers().has("arn:of:record", revision(), "IN_PROGRESS");
    }

    @Override
    String revision() {
        return ReportsToTell.REVISION;
    }
}
