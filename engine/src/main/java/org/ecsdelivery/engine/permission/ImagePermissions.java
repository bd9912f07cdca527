package org.ecsdelivery.engine.permission;

import static org.ecsdelivery.engine.permission.Permission.REPOSITORY;
import static org.ecsdelivery.engine.permission.Permission.SERVICE;
import static org.ecsdelivery.engine.permission.Permission.Step.IMAGE;
import static org.ecsdelivery.engine.permission.Permission.of;

import java.util.List;

/** What the image step asks for beside the push: for the repository that it creates or compares, and for the scan. */
final class ImagePermissions {
    /** Only the table of all permissions asks for them, when its own words are there already. */
    static final List<Permission> ALL = List.of(
            of(
                    IMAGE,
                    "ecr:DescribeRepositoryCreationTemplates",
                    Scope.ANYTHING,
                    "see whether a push makes a missing repository by a template",
                    "that is not looked up"),
            of(
                    IMAGE,
                    "ecr:PutLifecyclePolicy",
                    REPOSITORY,
                    "give a new repository its lifecycle, where the step is told one",
                    "the step fails when it creates a repository with a lifecycle"),
            of(
                    IMAGE,
                    "ecr:TagResource",
                    REPOSITORY,
                    "tag a new repository, where the step is told to",
                    "the step fails when it creates a repository with tags"),
            of(
                    IMAGE,
                    "ecr:GetLifecyclePolicy",
                    REPOSITORY,
                    "compare the lifecycle of a repository with what the step is told",
                    "that is not checked, and the step says so"),
            // --- and its scan
            of(
                    IMAGE,
                    "ecr:DescribeImageScanFindings",
                    REPOSITORY,
                    "read what a scan found, where the step waits for one",
                    "the step fails when it waits for a scan"),
            of(
                    IMAGE,
                    "ecr:StartImageScan",
                    REPOSITORY,
                    "start a scan where nothing scans by itself",
                    "the step waits for a scan that somebody else starts"),
            of(
                    IMAGE,
                    "ecr:BatchGetRepositoryScanningConfiguration",
                    REPOSITORY,
                    "see whether enhanced scanning leaves the repository out",
                    "the step waits until its time limit for a scan that never begins"),
            of(
                    IMAGE,
                    "ecr:DescribeImages",
                    REPOSITORY,
                    "find the image to compare findings with",
                    "every finding counts, and the step says so"),
            of(
                    IMAGE,
                    "ecs:DescribeServices",
                    SERVICE,
                    "find the image that a service runs, to compare findings with",
                    "every finding counts, and the step says so"),
            of(
                    IMAGE,
                    "ecs:DescribeTaskDefinition",
                    Scope.ANYTHING,
                    "as above",
                    "every finding counts, and the step says so"));

    private ImagePermissions() {}
}
