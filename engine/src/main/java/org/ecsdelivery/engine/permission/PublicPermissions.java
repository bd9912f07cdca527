package org.ecsdelivery.engine.permission;

import static org.ecsdelivery.engine.permission.Permission.FAILS;
import static org.ecsdelivery.engine.permission.Permission.Step.ECR_PUBLIC;
import static org.ecsdelivery.engine.permission.Permission.of;

import java.util.List;

/** What the image step asks for where it pushes to ECR Public. */
final class PublicPermissions {
    private static final Scope REPOSITORY = Scope.of("arn:aws:ecr-public::ACCOUNT:repository/REPOSITORY");

    static final List<Permission> ALL = List.of(
            of(ECR_PUBLIC, "ecr-public:GetAuthorizationToken", Scope.ANYTHING, "log in to ECR Public", FAILS),
            of(ECR_PUBLIC, "sts:GetServiceBearerToken", Scope.ANYTHING, "get the token for it", FAILS),
            of(ECR_PUBLIC, "ecr-public:DescribeRepositories", REPOSITORY, "see whether the repository is there", FAILS),
            of(
                    ECR_PUBLIC,
                    "ecr-public:CreateRepository",
                    REPOSITORY,
                    "create a missing repository, where the step is told to",
                    "the step fails when the repository is missing"),
            of(
                    ECR_PUBLIC,
                    "ecr-public:BatchCheckLayerAvailability",
                    REPOSITORY,
                    "send only the layers that are missing",
                    FAILS),
            of(ECR_PUBLIC, "ecr-public:InitiateLayerUpload", REPOSITORY, "push", FAILS),
            of(ECR_PUBLIC, "ecr-public:UploadLayerPart", REPOSITORY, "push", FAILS),
            of(ECR_PUBLIC, "ecr-public:CompleteLayerUpload", REPOSITORY, "push", FAILS),
            of(ECR_PUBLIC, "ecr-public:PutImage", REPOSITORY, "push", FAILS));

    private PublicPermissions() {}
}
