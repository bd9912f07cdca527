package org.ecsdelivery.engine.stack;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a change set does to one resource.
 *
 * @param action {@code Add}, {@code Modify}, {@code Remove}, {@code Import} or {@code Dynamic}
 * @param resource its logical id
 * @param type as in {@code AWS::ECS::Service}
 * @param replacement {@code True}, {@code False} or {@code Conditional}; empty for what is not modified
 * @param policy what becomes of the one that is there: {@code Delete}, {@code Retain}, {@code Snapshot},
 *     {@code ReplaceAndDelete}, {@code ReplaceAndRetain}, {@code ReplaceAndSnapshot}; empty when AWS does not say it
 * @param properties the properties that change
 */
public record StackChange(
        String action, String resource, String type, String replacement, String policy, List<String> properties) {

    /** What holds data that nobody can make again. */
    private static final Pattern DATA = Pattern.compile("AWS::(ECR::Repository|ECR::PublicRepository|Logs::LogGroup"
            + "|S3::Bucket|S3Express::DirectoryBucket|RDS::DB\\w+|DocDB::DB\\w+|Neptune::DB\\w+|DynamoDB::\\w*Table"
            + "|EFS::FileSystem|FSx::FileSystem|EC2::Volume|SecretsManager::Secret|SSM::Parameter|KMS::Key"
            + "|ElastiCache::\\w+|OpenSearchService::Domain|Redshift::Cluster|Backup::BackupVault|SQS::Queue"
            + "|Kinesis::Stream|Cognito::UserPool)");

    /** Copies the properties. */
    public StackChange {
        properties = List.copyOf(properties);
    }

    /** Tells whether the resource that is there goes, or may go. */
    public boolean takesAway() {
        return action.equals("Remove") || replacement.equals("True") || replacement.equals("Conditional");
    }

    /** Tells whether data goes, or may go. */
    public boolean losesData() {
        boolean kept = policy.endsWith("Retain") || policy.endsWith("Snapshot");
        return takesAway() && !kept && DATA.matcher(type).matches();
    }

    /** Returns what happens, in a word or two. */
    String verb() {
        return switch (action) {
            case "Add" -> "create";
            case "Remove" -> policy.equals("Retain") ? "let go" : "delete";
            case "Modify" ->
                replacement.equals("True") ? "replace" : replacement.equals("Conditional") ? "maybe replace" : "change";
            case "Import" -> "import";
            default -> action;
        };
    }
}
