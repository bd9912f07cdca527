package org.ecsdelivery.engine.image;

import java.util.List;
import java.util.Optional;

/**
 * How a repository is.
 *
 * @param mutability whether its tags may move, in ECR's word
 * @param filters the patterns of tags for which that is otherwise
 * @param kmsKey the KMS key that encrypts its images; empty for ECR's own
 * @param scanOnPush whether each push begins a scan
 */
public record RepositoryState(String mutability, List<String> filters, Optional<String> kmsKey, boolean scanOnPush) {
    /** Copies the list. */
    public RepositoryState {
        filters = List.copyOf(filters);
    }
}
