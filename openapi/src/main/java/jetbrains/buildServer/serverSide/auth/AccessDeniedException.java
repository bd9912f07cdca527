package jetbrains.buildServer.serverSide.auth;

/** Somebody has not the permission; the server answers with 403 to a page that throws it. */
public class AccessDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AuthorityHolder holder;

    public AccessDeniedException(AuthorityHolder authorityHolder, String message) {
        super(message);
        this.holder = authorityHolder;
    }

    public AuthorityHolder getAuthorityHolder() {
        return holder;
    }
}
