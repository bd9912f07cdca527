package jetbrains.buildServer.controllers;

/** A form whose state the server remembers between requests. */
public class RememberState {
    public RememberState() {}
}
