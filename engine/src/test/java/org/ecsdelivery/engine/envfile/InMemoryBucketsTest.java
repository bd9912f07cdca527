package org.ecsdelivery.engine.envfile;

/** The buckets in memory keep the contract. */
class InMemoryBucketsTest extends EnvFileBucketContract {
    private final InMemoryBuckets buckets = new InMemoryBuckets();

    @Override
    protected EnvFileBucket bucket() {
        return buckets;
    }

    @Override
    protected void create(String name) {
        buckets.create(name);
    }

    @Override
    protected String read(String name, String key) {
        return buckets.read(name, key);
    }
}
