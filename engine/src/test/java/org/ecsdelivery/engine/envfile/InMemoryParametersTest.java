package org.ecsdelivery.engine.envfile;

/** The parameters in memory keep the contract. */
class InMemoryParametersTest extends ParameterStoreContract {
    private final InMemoryParameters parameters = new InMemoryParameters();

    @Override
    protected ParameterStore parameters() {
        return parameters;
    }

    @Override
    protected String plain(String name, String value) {
        return parameters.put(name, value, false);
    }

    @Override
    protected String secure(String name, String value) {
        return parameters.put(name, value, true);
    }
}
