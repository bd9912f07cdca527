package jetbrains.buildServer.serverSide;

/** Settings could not be written. */
public class PersistFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PersistFailedException(String message) {
        super(message);
    }
}
