package org.ecsdelivery.sandbox.aws.registry;

/** A refusal in the protocol's own words: HTTP status, error code, message. */
final class RegistryError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    RegistryError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static RegistryError denied(String message) {
        return new RegistryError(403, "DENIED", message);
    }

    static RegistryError blobUnknown() {
        return new RegistryError(404, "BLOB_UNKNOWN", "blob unknown to registry");
    }

    static RegistryError uploadUnknown() {
        return new RegistryError(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry");
    }

    static RegistryError manifestUnknown() {
        return new RegistryError(404, "MANIFEST_UNKNOWN", "Requested image not found");
    }

    static RegistryError manifestInvalid(String why) {
        return new RegistryError(400, "MANIFEST_INVALID", why);
    }

    static RegistryError digestInvalid(String why) {
        return new RegistryError(400, "DIGEST_INVALID", why);
    }

    static RegistryError unsupported(String method, String path) {
        return new RegistryError(404, "UNSUPPORTED", "This registry does not answer " + method + " " + path);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
