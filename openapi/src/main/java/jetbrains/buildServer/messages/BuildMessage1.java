package jetbrains.buildServer.messages;

import java.util.Date;

/** A message that an agent sent for the log of its build. */
public class BuildMessage1 {
    private final String sourceId;
    private final String typeId;
    private final Status status;
    private final Date timestamp;
    private final Object value;

    public BuildMessage1(String sourceId, String typeId, Status status, Date timestamp, Object value) {
        this.sourceId = sourceId;
        this.typeId = typeId;
        this.status = status;
        this.timestamp = timestamp;
        this.value = value;
    }

    public String getSourceId() {
        return sourceId;
    }

    public String getTypeId() {
        return typeId;
    }

    public Status getStatus() {
        return status;
    }

    public Date getTimestamp() {
        return timestamp;
    }

    public Object getValue() {
        return value;
    }
}
