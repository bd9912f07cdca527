package org.ecsdelivery.sandbox.aws.sts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The role sessions handed out, by access key. */
final class Sessions {

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> byAccessKey = new ConcurrentHashMap<>();

    /**
     * One set of temporary credentials.
     *
     * @param roleArn the role they act as
     * @param roleId the role's unique id
     * @param name the session's name
     */
    record Session(
            String roleArn,
            String roleId,
            String name,
            String accessKeyId,
            String secretAccessKey,
            String token,
            Instant expiresAt) {

        /** Names the session as IAM does: {@code arn:aws:sts::account:assumed-role/role/session}. */
        String assumedRoleArn() {
            String account = roleArn.split(":", 6)[4];
            String role = roleArn.substring(roleArn.lastIndexOf('/') + 1);
            return "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + name;
        }

        String assumedRoleId() {
            return roleId + ":" + name;
        }

        @Override
        public String toString() {
            return "Session[" + assumedRoleArn() + ", expiresAt=" + expiresAt + "]";
        }
    }

    Session begin(String roleArn, String name, Instant expiresAt) {
        String accessKey = "ASIA" + hex(8);
        // the same role has the same id in each of its sessions
        String roleId = "AROA" + "%016X".formatted((long) roleArn.hashCode() & 0xffffffffL);
        Session session = new Session(roleArn, roleId, name, accessKey, base64(30), base64(180), expiresAt);
        byAccessKey.put(accessKey, session);
        return session;
    }

    Optional<Session> of(String accessKeyId) {
        return Optional.ofNullable(byAccessKey.get(accessKeyId));
    }

    private String hex(int bytes) {
        return HexFormat.of().formatHex(random(bytes)).toUpperCase(Locale.ROOT);
    }

    private String base64(int bytes) {
        return Base64.getEncoder().encodeToString(random(bytes));
    }

    private byte[] random(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }
}
